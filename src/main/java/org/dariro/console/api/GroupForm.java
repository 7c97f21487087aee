package org.dariro.console.api;

import java.util.Optional;
import org.dariro.programme.GroupWish;
import org.jspecify.annotations.Nullable;

/** What a caller wants of a group, as JSON. */
final class GroupForm {
    private GroupForm() {}

    /**
     * A group to make; what may be absent is null.
     *
     * @param template one of {@code GET /group-templates}
     * @param endsOn the last day, {@code 2026-06-01}; empty for none though the template has one
     * @param closingDays so many days before it the last message goes out
     */
    record NewGroup(
            @Nullable String name,
            @Nullable String code,
            @Nullable Long line,
            @Nullable String language,
            @Nullable String country,
            @Nullable String mode,
            @Nullable Integer windowSeconds,
            @Nullable String contacts,
            @Nullable Boolean holdsHigh,
            @Nullable String template,
            @Nullable String endsOn,
            @Nullable Integer closingDays) {
        GroupWish wish() {
            return new GroupWish(
                    Optional.ofNullable(name),
                    Optional.ofNullable(code),
                    Optional.ofNullable(line),
                    Optional.ofNullable(language),
                    Optional.ofNullable(country),
                    Optional.ofNullable(mode),
                    Optional.ofNullable(windowSeconds),
                    Optional.ofNullable(contacts),
                    Optional.ofNullable(holdsHigh),
                    Optional.ofNullable(template),
                    Optional.ofNullable(endsOn),
                    Optional.ofNullable(closingDays));
        }
    }

    /** What to change; what is null stays. */
    record GroupChange(
            @Nullable String name,
            @Nullable String language,
            @Nullable String country,
            @Nullable String mode,
            @Nullable Integer windowSeconds,
            @Nullable String contacts,
            @Nullable Boolean holdsHigh,
            @Nullable String endsOn,
            @Nullable Integer closingDays) {
        GroupWish wish() {
            return new GroupWish(
                    Optional.ofNullable(name),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.ofNullable(language),
                    Optional.ofNullable(country),
                    Optional.ofNullable(mode),
                    Optional.ofNullable(windowSeconds),
                    Optional.ofNullable(contacts),
                    Optional.ofNullable(holdsHigh),
                    Optional.empty(),
                    Optional.ofNullable(endsOn),
                    Optional.ofNullable(closingDays));
        }
    }
}
