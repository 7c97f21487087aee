package org.dariro.console;

import java.util.Locale;
import java.util.Optional;

/** What somebody of the programme's staff may do. */
public enum StaffRole {
    /** Follows groups: reads, answers, decides holds, closes alerts. */
    MENTOR,
    /** Answers for what mentors do about risk, in all groups, and may do what a mentor may. */
    CLINICAL_LEAD,
    /** Makes groups and enrols people, and may do what a mentor may. */
    COORDINATOR,
    /** Sets up lines, and may do what a coordinator may. */
    ADMINISTRATOR,
    /** Reads the audit trail, and does nothing else. */
    AUDITOR;

    /** As it is stored and written: {@code mentor}, {@code clinical-lead}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The role with this label; empty when there is none. */
    public static Optional<StaffRole> labelled(String label) {
        for (StaffRole role : values()) {
            if (role.label().equals(label)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
