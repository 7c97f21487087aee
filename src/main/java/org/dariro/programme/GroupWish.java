package org.dariro.programme;

import java.util.Optional;

/**
 * A group as somebody wants it, as it was typed; what is empty is left to the template, or stays as it is.
 *
 * @param code what a new member texts after JOIN; made of the name when it is left out
 * @param line the id of a line
 * @param windowSeconds how long a bundle waits
 * @param template the name of a file of {@code templates/groups}
 * @param endsOn the last day, {@code 2026-06-01}; blank for no end
 */
public record GroupWish(
        Optional<String> name,
        Optional<String> code,
        Optional<Long> line,
        Optional<String> language,
        Optional<String> country,
        Optional<String> mode,
        Optional<Integer> windowSeconds,
        Optional<String> contacts,
        Optional<Boolean> holdsHigh,
        Optional<String> template,
        Optional<String> endsOn,
        Optional<Integer> closingDays) {}
