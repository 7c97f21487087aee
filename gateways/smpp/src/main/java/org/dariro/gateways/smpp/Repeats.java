package org.dariro.gateways.smpp;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Gives texts from phones their ids, as SMPP 3.4 has none for them. Words alone do not make a repeat: a person may write the
 * same twice, and a second STOP must count. The same message gets the same id again only while there is a reason to believe
 * that our answer to the first was lost: it is still being worked on, it was answered with an error or only after
 * {@value #SLOW_SECONDS} seconds, or its session ended within half a minute of the answer.
 *
 * <p>Kept in memory: what was answered in the moment before the process died counts as new when the SMSC repeats it.
 */
final class Repeats {
    private static final int SLOW_SECONDS = 5;
    private static final Duration ON_THE_WAY = Duration.ofSeconds(30);
    private static final Duration KEPT = Duration.ofDays(1);
    private static final int MOST = 10_000;

    private final String run = HexFormat.of().toHexDigits(new SecureRandom().nextLong());
    private final InstantSource clock;
    private final Map<String, Seen> seen = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Seen> eldest) {
            return size() > MOST;
        }
    };
    private long count;

    Repeats(InstantSource clock) {
        this.clock = clock;
    }

    /** A message that came, and what is known of our answer. */
    static final class Seen {
        private final String id;
        private Object session;
        private Instant at;
        private int open = 1;
        private boolean doubtful;

        private Seen(String id, Object session, Instant at) {
            this.id = id;
            this.session = session;
            this.at = at;
        }

        /** The id that it goes by. */
        String id() {
            return id;
        }
    }

    /**
     * A message comes in.
     *
     * @param mark what it is known by: the same for the same words between the same addresses
     */
    synchronized Seen begin(String mark, Object session) {
        Instant now = clock.instant();
        Seen before = seen.get(mark);
        if (before != null
                && (before.open > 0 || (before.doubtful && before.at.plus(KEPT).isAfter(now)))) {
            before.open++;
            before.doubtful = before.open > 1 && before.doubtful;
            before.session = session;
            before.at = now;
            return before;
        }
        Seen fresh = new Seen("mo-" + run + "-" + Long.toString(++count, Character.MAX_RADIX), session, now);
        seen.remove(mark); // to the end of the line
        seen.put(mark, fresh);
        return fresh;
    }

    /** A message was answered. */
    synchronized void end(Seen message, boolean taken) {
        Instant now = clock.instant();
        message.open--;
        message.doubtful |= !taken || message.at.plusSeconds(SLOW_SECONDS).isBefore(now);
        message.at = now;
    }

    /** A session ended: what was answered last may not have arrived. */
    synchronized void ended(Object session) {
        Instant recent = clock.instant().minus(ON_THE_WAY);
        new HashMap<>(seen)
                .values().stream()
                        .filter(message ->
                                message.session == session && (message.open > 0 || !message.at.isBefore(recent)))
                        .forEach(message -> message.doubtful = true);
    }

    /** What a message is known by. */
    static String mark(String from, String to, int dataCoding, byte[] body) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update((from + "\0" + to + "\0" + dataCoding + "\0").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing in this Java", e);
        }
    }
}
