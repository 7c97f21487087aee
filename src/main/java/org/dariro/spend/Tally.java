package org.dariro.spend;

/**
 * Counts the segments of a text while it grows piece by piece, exactly as {@link LineRules#segments} would count the whole. A
 * piece costs a few additions; only one with two-unit characters is read again, as they may fall on a segment's end. Under other rules than the
 * usual ones, which few lines have, the whole is read again.
 *
 * <p>A surrogate pair whose halves are in two pieces is counted as two characters. Starts empty; for one thread.
 */
public final class Tally {
    private final LineRules rules;
    private final StringBuilder pieces = new StringBuilder();
    private boolean gsm7 = true;
    private int septets;
    private int gsm7End;
    private int units;
    private int ucs2End;

    /** Counts by the rules of a line. */
    public Tally(LineRules rules) {
        this.rules = rules;
    }

    /** Appends {@code piece}, of which {@code measure} was taken. */
    public void add(CharSequence piece, Measure measure) {
        if (!rules.isUsual()) {
            pieces.append(piece);
            return;
        }
        if (!measure.gsm7()) {
            gsm7 = false;
        }
        if (gsm7) {
            septets += measure.septets();
            gsm7End = measure.escapes() ? Segments.gsm7End(piece, gsm7End) : gsm7End + measure.septets();
        }
        units += measure.units();
        ucs2End = measure.pairs() ? Segments.ucs2End(piece, ucs2End) : ucs2End + measure.units();
    }

    /** Forgets all pieces. */
    public void clear() {
        pieces.setLength(0);
        gsm7 = true;
        septets = 0;
        gsm7End = 0;
        units = 0;
        ucs2End = 0;
    }

    /** Segments so far, at least 1. */
    public int count() {
        if (!rules.isUsual()) {
            return rules.count(pieces).segments().count();
        }
        if (gsm7) {
            return septets <= Encoding.GSM_7.alone() ? 1 : Segments.parts(Encoding.GSM_7, gsm7End);
        }
        return units <= Encoding.UCS_2.alone() ? 1 : Segments.parts(Encoding.UCS_2, ucs2End);
    }

    /** The same as {@link LineRules#segments} of all pieces joined. */
    public Segments segments() {
        if (!rules.isUsual()) {
            return rules.count(pieces).segments();
        }
        return new Segments(gsm7 ? Encoding.GSM_7 : Encoding.UCS_2, count(), gsm7 ? septets : units);
    }
}
