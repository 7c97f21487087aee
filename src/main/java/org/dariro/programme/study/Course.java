package org.dariro.programme.study;

import java.time.Instant;
import java.util.Optional;
import org.dariro.group.Standing;
import org.jspecify.annotations.Nullable;

/** Reads out of the ledger of consent when somebody took part in a group: one entry after the other, then what holds now. */
final class Course {
    static final String GROUP_ENDED = "group-ended";
    private @Nullable Instant enrolled;
    private @Nullable Instant left;
    private String how = "";
    private boolean in;
    private boolean withdrawn;
    private String before = "";
    private boolean cameByMoving;

    /** Takes the next entry of the ledger. */
    void on(String event, Instant at) {
        switch (event) {
            case "given", "renewed" -> enter(at);
            case "asked" -> {
                if (before.equals("moved") && cameByMoving) { // who had not agreed before is asked again
                    enrolled = null;
                    in = false;
                }
            }
            case "moved" -> {
                if (in) {
                    leave(at, event);
                } else if (!before.equals("asked")) {
                    enter(at);
                    cameByMoving = true;
                }
            }
            case "withdrawn" -> withdraw(at);
            case "removed" -> {
                if (in) {
                    leave(at, event);
                }
            }
            default -> {
                return; // refused, muted and the like change nothing of it
            }
        }
        before = event;
    }

    private void enter(Instant at) {
        enrolled = enrolled == null ? at : enrolled;
        left = null;
        how = "";
        in = true;
        withdrawn = false;
        cameByMoving = false;
    }

    private void leave(Instant at, String why) {
        left = at;
        how = why;
        in = false;
    }

    /** Only who took part can: a no to the invitation is another entry. Who had left before left then. */
    private void withdraw(Instant at) {
        if (left == null) {
            leave(at, "stopped");
        }
        withdrawn = true;
    }

    /**
     * Brings it in line with how somebody stands now, for what is not in the ledger.
     *
     * @param created when the place was made
     * @param stoppedAt when they said STOP to everything, or their carrier says so; null when not
     */
    void now(Standing standing, boolean mentor, Instant created, @Nullable Instant stoppedAt) {
        boolean takesPart = standing == Standing.ACTIVE || standing == Standing.NAMING;
        if ((takesPart || mentor || withdrawn) && enrolled == null) {
            enrolled = created;
        }
        if (takesPart) {
            left = null;
            how = "";
            withdrawn = false;
        }
        if (!mentor && enrolled != null && (stoppedAt != null || standing == Standing.STOPPED) && !withdrawn) {
            withdraw(stoppedAt == null ? created : stoppedAt);
        }
    }

    /** The group ended: whoever was still there left then, and a STOP that came later changes nothing of it. */
    void groupEnded(Instant at) {
        if (left == null || at.isBefore(left)) {
            leave(at, GROUP_ENDED);
        }
    }

    /** When they agreed; empty when they never did. */
    Optional<Instant> enrolled() {
        return Optional.ofNullable(enrolled);
    }

    Optional<Instant> left() {
        return Optional.ofNullable(left);
    }

    String how() {
        return how;
    }

    /** Whether their consent is withdrawn. */
    boolean withdrawn() {
        return withdrawn;
    }
}
