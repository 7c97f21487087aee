package org.dariro.gateways.simulator;

/**
 * A text that the carrier took for one phone; raw, as thousands come in each second.
 *
 * @param number the carrier's running number; the id is made from it
 * @param at milliseconds since 1970
 * @param lost whether it was lost on the air: the carrier knows it, the phone does not show it
 */
record PhoneMessage(long number, String from, String text, long at, String reference, boolean lost) {

    /** Masked: no number and no text. */
    @Override
    public String toString() {
        return "PhoneMessage[" + number + "]";
    }
}
