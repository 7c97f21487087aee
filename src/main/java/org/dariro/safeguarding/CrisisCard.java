package org.dariro.safeguarding;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What somebody in danger is sent, as staff look at it before it is.
 *
 * @param text in the group's language, within the hours that are promised
 * @param own whether the programme wrote the group's lines itself; else they are those of the country
 * @param general whether there are no lines for the country, but only advice
 * @param source where the country's lines are from; empty when nobody wrote it, or they are the programme's own
 * @param checked when somebody called the country's lines; empty when nobody has
 */
public record CrisisCard(String text, boolean own, boolean general, String source, Optional<LocalDate> checked) {
    /** Whether somebody should look at it before a member is in danger. */
    public boolean isDoubtful() {
        return !own && checked.isEmpty();
    }
}
