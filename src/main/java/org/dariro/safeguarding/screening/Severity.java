package org.dariro.safeguarding.screening;

/** How grave a screened text is; the gravest first, so that a lower ordinal is graver. */
public enum Severity {
    /** Life in danger now: intent with a plan, means or time, or an act in progress. Held, and an alert at once. */
    CRITICAL,
    /** A wish to die, self-harm, abuse or threats that go on, or a third person in such danger. The group's policy, alert. */
    HIGH,
    /** Hopelessness, treatment stopped, insults, past attempts or abuse. Delivered; on the day's list. */
    MEDIUM,
    /** Worth a tag only. */
    LOW;

    /** Whether this is graver than {@code other}. */
    public boolean isGraverThan(Severity other) {
        return compareTo(other) < 0;
    }
}
