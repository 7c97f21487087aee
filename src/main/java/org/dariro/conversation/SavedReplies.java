package org.dariro.conversation;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dariro.platform.Component;
import org.dariro.platform.Messages;
import org.dariro.platform.Reloading;
import org.dariro.platform.Templates;

/**
 * Words that mentors send often: {@code templates/replies/<language>.properties}, a name and the words on each line. A file of
 * the programme's own is read anew when it changes.
 */
@Component
public class SavedReplies {
    private static final int LONGEST = 1_600;
    private final Reloading<Map<String, List<Saved>>> replies;

    /**
     * Words under a name.
     *
     * @param key as the file has the name
     */
    public record Saved(String key, String name, String text) {}

    @Inject
    public SavedReplies(Templates templates, Messages messages) {
        replies = Reloading.of(templates, "replies", () -> read(templates, messages));
    }

    private static Map<String, List<Saved>> read(Templates templates, Messages messages) {
        Map<String, List<Saved>> all = new LinkedHashMap<>();
        for (String language : messages.languages()) {
            String file = "replies/" + language + ".properties";
            List<Saved> own = new ArrayList<>();
            templates.lines(file).forEach((name, text) -> {
                if (text.length() > LONGEST) {
                    throw new IllegalStateException(file + ": " + name + " needs at most " + LONGEST + " characters");
                } else if (!text.isBlank()) { // an empty line takes one away that the service ships
                    own.add(new Saved(name, name.replace('-', ' '), text.strip()));
                }
            });
            all.put(language, List.copyOf(own));
        }
        return all;
    }

    /** Those of a language; the English ones where it has none. */
    public List<Saved> in(String language) {
        Map<String, List<Saved>> all = replies.get();
        List<Saved> own = all.getOrDefault(language, List.of());
        return own.isEmpty() ? all.getOrDefault(Messages.ENGLISH, List.of()) : own;
    }
}
