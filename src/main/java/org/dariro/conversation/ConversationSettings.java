package org.dariro.conversation;

import java.time.Duration;
import org.dariro.platform.Settings;

/**
 * What a programme says of itself, and how much a person may write.
 *
 * @param programme the programme's public name ({@code DARIRO_PROGRAMME}); discreet, it stands on members' phones
 * @param contact how members reach the programme ({@code DARIRO_CONTACT}), at most 40 characters
 * @param mentor what a group's mentor is called while it has none by name ({@code DARIRO_MENTOR})
 * @param textsADay most texts a day that the consent text promises ({@code DARIRO_TEXTS_A_DAY})
 * @param longestText most characters of a post ({@code DARIRO_LONGEST_TEXT})
 * @param floodTexts texts of one sender within ten minutes, above which posts wait for a mentor
 *     ({@code DARIRO_FLOOD_TEXTS})
 * @param loopTexts how often the same text counts within ten minutes ({@code DARIRO_LOOP_TEXTS})
 * @param privateTime how long after private words a plain text of the member is an answer to them
 *     ({@code DARIRO_PRIVATE_HOURS})
 */
public record ConversationSettings(
        String programme,
        String contact,
        String mentor,
        int textsADay,
        int longestText,
        int floodTexts,
        int loopTexts,
        Duration privateTime) {

    /** Reads the settings. */
    public static ConversationSettings of(Settings settings) {
        return new ConversationSettings(
                settings.text("DARIRO_PROGRAMME").orElse("Dariro"),
                settings.text("DARIRO_CONTACT").orElse("your clinic"),
                settings.text("DARIRO_MENTOR").orElse("the mentor"),
                settings.number("DARIRO_TEXTS_A_DAY", 40, 1, 500),
                settings.number("DARIRO_LONGEST_TEXT", 1_600, 160, 1_600),
                settings.number("DARIRO_FLOOD_TEXTS", 20, 5, 1_000_000),
                settings.number("DARIRO_LOOP_TEXTS", 3, 2, 1_000_000),
                Duration.ofHours(settings.number("DARIRO_PRIVATE_HOURS", 24, 1, 168)));
    }
}
