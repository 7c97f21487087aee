package org.dariro.ussd;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dariro.platform.Messages;

/** Fills messages of the templates so that they fit on a screen. */
final class ScreenText {
    private ScreenText() {}

    /**
     * A message in GSM-7, filled in. When it is too wide, its values are shortened, the longest first: a long name loses
     * its end before the words around it do.
     *
     * @param room septets it may have
     */
    static String fill(Messages messages, String language, String key, Map<String, String> values, int room) {
        Set<String> used = messages.placeholders(key);
        Map<String, String> shown = new HashMap<>();
        values.forEach((name, value) -> {
            if (used.contains(name)) {
                shown.put(name, Lettering.of(value));
            }
        });
        while (true) {
            String text = Lettering.of(messages.text(language, key, shown));
            int over = Lettering.width(text) - room;
            if (over <= 0) {
                return text;
            }
            Optional<Map.Entry<String, String>> longest = shown.entrySet().stream()
                    .max(Comparator.comparing(value -> value.getValue().length()));
            if (longest.isEmpty() || longest.get().getValue().length() <= 1) {
                return text.substring(0, Lettering.fitting(text, room)).stripTrailing();
            }
            String value = longest.get().getValue();
            shown.put(longest.get().getKey(), value.substring(0, Math.max(1, value.length() - over)));
        }
    }
}
