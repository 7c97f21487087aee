package org.dariro.safeguarding;

import java.time.Instant;
import java.util.Optional;

/**
 * A time for which mentors watch over somebody: what would be of medium severity counts as high.
 *
 * @param member the person, in all groups
 * @param alert the alert that it came of
 * @param group the group of that alert
 * @param endedBy who ended it before its time
 */
public record Watch(
        long id,
        long member,
        long alert,
        Optional<Long> group,
        Optional<Long> membership,
        String placedBy,
        Instant placedAt,
        Instant until,
        Optional<String> endedBy) {}
