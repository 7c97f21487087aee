package org.dariro.safeguarding;

import java.util.Locale;

/** What came of an alert. A closed set, so that a programme can count. */
public enum AlertOutcome {
    /** Spoken with, and safe for now. */
    SAFE,
    /** Handed to a clinic, a counsellor, a social worker or the like. */
    REFERRED,
    /** An emergency service, or somebody near the person, was called. */
    EMERGENCY,
    /** Tried by all that there is; the person could not be reached. */
    NOT_REACHED,
    /** Settled in the group or with the people concerned. */
    SETTLED,
    /** No risk: screening was wrong. */
    NOT_A_RISK;

    /** As it is stored and shown: {@code not-a-risk}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
