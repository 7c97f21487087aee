package org.dariro.safeguarding.screening;

/**
 * The screening that counts now. It is replaced whole when lexicons change; whoever has begun to screen a text with one ends
 * with it.
 */
public final class CurrentScreening {
    private volatile Screening screening;

    public CurrentScreening(Screening first) {
        screening = first;
    }

    /** The screening that counts now; to be asked once for each text. */
    public Screening get() {
        return screening;
    }

    /** From now on this one counts. */
    public void swap(Screening next) {
        screening = next;
    }
}
