package org.dariro.spend.budget;

/**
 * What is expected in a time to come, and how far it may be off. Statistics, not bookkeeping: floating point.
 *
 * @param low four of five times no less than this and no more than {@code high} comes
 */
public record Forecast(double expected, double low, double high) {

    /** The same with every figure multiplied. */
    public Forecast times(double factor) {
        return new Forecast(expected * factor, low * factor, high * factor);
    }

    /** The same on top of something known. */
    public Forecast plus(double known) {
        return new Forecast(expected + known, low + known, high + known);
    }
}
