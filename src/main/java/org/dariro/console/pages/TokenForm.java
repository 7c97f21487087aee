package org.dariro.console.pages;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dariro.console.StaffRole;
import org.dariro.console.token.ApiTokens;
import org.dariro.console.token.Holder;
import org.dariro.console.token.Scope;
import org.dariro.platform.Cleaning;
import org.jspecify.annotations.Nullable;

/**
 * The form for a token as it was filled in.
 *
 * @param holder {@code user:17} or {@code staff:1040}; empty for a program's
 * @param scopes as the words have them, {@code posts-read}; none for all
 * @param groups ids; none for all
 */
public record TokenForm(
        String name, String holder, List<String> roles, List<String> scopes, List<Long> groups, String lastDay) {
    static final TokenForm BLANK = new TokenForm("", "", List.of(), List.of(), List.of(), "");

    static TokenForm of(MultivaluedMap<String, String> given) {
        return new TokenForm(
                clean(given.getFirst("name")),
                clean(given.getFirst("holder")),
                given.getOrDefault("roles", List.of()),
                given.getOrDefault("scopes", List.of()),
                given.getOrDefault("groups", List.of()).stream()
                        .filter(id -> id.matches("[0-9]{1,18}"))
                        .map(Long::valueOf)
                        .toList(),
                clean(given.getFirst("lastDay")));
    }

    private static String clean(@Nullable String text) {
        return text == null ? "" : Cleaning.clean(text).replaceAll("\\s+", " ").strip();
    }

    /** The last day; empty when there is none, or what was written is no day. */
    Optional<LocalDate> day() {
        try {
            return lastDay.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(lastDay));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    ApiTokens.Wanted wanted(Optional<Holder> person) {
        Set<StaffRole> acts = EnumSet.noneOf(StaffRole.class);
        roles.forEach(label -> StaffRole.labelled(label).ifPresent(acts::add));
        Set<Scope> opens = EnumSet.noneOf(Scope.class);
        Arrays.stream(Scope.values())
                .filter(scope -> scopes.contains(TokensPage.word(scope)))
                .forEach(opens::add);
        return new ApiTokens.Wanted(
                name,
                person,
                acts,
                scopes.isEmpty() ? Optional.empty() : Optional.of(opens),
                new HashSet<>(groups),
                day());
    }
}
