package org.dariro.console.api;

import org.dariro.safeguarding.Ruling;
import org.jspecify.annotations.Nullable;

/**
 * What screening found in a mentor's words.
 *
 * @param severity {@code critical}, {@code high}, {@code medium}, {@code low}; null when nothing was found
 * @param contactDetails whether there is something that would have been masked in a member's text
 */
public record ScreeningView(
        @Nullable String severity, @Nullable String category, boolean contactDetails) {
    static ScreeningView of(Ruling ruling) {
        boolean found = ruling.assessment().severity().isPresent();
        return new ScreeningView(
                found ? Fields.label(ruling.severity()) : null, found ? ruling.category() : null, ruling.masked());
    }
}
