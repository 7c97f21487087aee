package org.dariro.programme;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * Words that go out at a time of their own.
 *
 * <p>Life: waits; is sent once, or missed when something was in the way for too long, or cancelled. What is missed can be sent
 * yet. A weekly one is followed by the next when its time has come.
 *
 * @param series the same for what was asked for at once
 * @param voice the nickname of a mentor; empty for the programme's own voice
 * @param to whom it is for alone; empty for the group
 * @param zone where {@code due} was meant to be on the clocks
 * @param fault what was in the way, as a label: {@code no-money}; empty when nothing was
 */
public record Scheduled(
        long id,
        long group,
        long series,
        Kind kind,
        Optional<String> voice,
        Optional<Long> to,
        String text,
        Instant due,
        ZoneId zone,
        boolean weekly,
        State state,
        Optional<String> fault,
        Instant tryAt,
        String by,
        Optional<Instant> doneAt) {

    /** Where it comes from. */
    public enum Kind {
        /** A mentor's words for later. */
        MENTOR,
        /** A coordinator's for one group or several. */
        PROGRAMME,
        /** Of a plan of topics. */
        TOPIC
    }

    /** How far it is. */
    public enum State {
        WAITING,
        SENT,
        /** Its time has passed, with something in the way. */
        MISSED,
        CANCELLED
    }

    /** Whether it may still be changed, sent or cancelled. */
    public boolean open() {
        return state == State.WAITING || state == State.MISSED;
    }

    /** Whether somebody left it who may change it without being a coordinator: a mentor's own words. */
    public boolean isOf(String actor) {
        return kind == Kind.MENTOR && by.equalsIgnoreCase(actor);
    }

    /** When it is due on the clocks of its zone. */
    public LocalDateTime local() {
        return LocalDateTime.ofInstant(due, zone);
    }

    /** The one that comes after this one of a weekly series: the first that lies ahead, at the same weekday and hour on its clocks. */
    Scheduled following(long next, Instant now) {
        ZonedDateTime at = due.atZone(zone);
        do {
            at = at.plusWeeks(1);
        } while (!at.toInstant().isAfter(now));
        Instant then = at.toInstant();
        return new Scheduled(
                next,
                group,
                series,
                kind,
                voice,
                to,
                text,
                then,
                zone,
                true,
                State.WAITING,
                Optional.empty(),
                then,
                by,
                Optional.empty());
    }

    /** Masked: no text. */
    @Override
    public String toString() {
        return "Scheduled[" + id + ", " + due + ", " + state + "]";
    }
}
