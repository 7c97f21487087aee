package org.dariro.programme;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dariro.group.ReadingMode;
import org.dariro.platform.Wording;

/**
 * What a new group begins with, from a file that the programme may edit.
 *
 * @param id the file's name
 * @param titles what it is called, in the console's languages in their order; one for all
 * @param weeks how long the group lasts; 0 for no end
 * @param closingDays so many days before the end the last message goes out
 * @param windowMinutes the reading window
 * @param closing the last message by language; the usual words where there is none
 * @param goodbye what goes out at the end, likewise
 */
public record GroupTemplate(
        String id,
        List<String> titles,
        int weeks,
        int closingDays,
        ReadingMode mode,
        int windowMinutes,
        boolean holdsHigh,
        Map<String, Wording> closing,
        Map<String, Wording> goodbye) {
    public GroupTemplate {
        titles = List.copyOf(titles);
        closing = Map.copyOf(closing);
        goodbye = Map.copyOf(goodbye);
    }

    /** What it is called; {@code place} of the language among the console's, from 0. */
    public String title(int place) {
        return titles.get(place < titles.size() ? place : 0);
    }

    /** Its own words in a language. */
    Optional<Wording> words(boolean atTheEnd, String language) {
        return Optional.ofNullable((atTheEnd ? goodbye : closing).get(language));
    }
}
