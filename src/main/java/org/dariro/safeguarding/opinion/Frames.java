package org.dariro.safeguarding.opinion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.dariro.safeguarding.screening.Category;
import org.dariro.safeguarding.screening.Severity;

/**
 * Makes texts of frames, {@code training-texts/frames}: {@code $word} stands for one of a list, {@code (a | b)} for one of
 * these, {@code [a]} for a or nothing. {@code @high suicide} says what the frames after it are; before the first they are
 * harmless. {@code language: en} and {@code texts: 500} say what all are and how many are made; {@code join: and | but} has
 * every third be two of a kind with one of these between them.
 */
final class Frames {
    private static final int LEAST_MADE_OF_TEN = 4; // how often what stands in brackets is there

    private record Frame(Optional<Severity> severity, Optional<Category> category, String words) {}

    private final String file;
    private final Map<String, String> lists = new HashMap<>();
    private final List<Frame> frames = new ArrayList<>();
    private String language = "en";
    private int texts = 1_000;
    private String joints = "";

    Frames(String file, List<String> lines) {
        this.file = file;
        Optional<Severity> severity = Optional.empty();
        Optional<Category> category = Optional.empty();
        for (String raw : lines) {
            String line = raw.strip();
            int equals = line.indexOf(" = ");
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            Optional<String> named = TrainingTexts.languageLine(line, file);
            if (named.isPresent()) {
                language = named.get();
            } else if (line.startsWith("texts: ")) {
                texts = Integer.parseInt(line.substring("texts: ".length()));
            } else if (line.startsWith("join: ")) {
                joints = line.substring("join: ".length());
            } else if (line.startsWith("@")) {
                String[] label = line.substring(1).split(" ");
                severity = TrainingTexts.severity(label[0]);
                category = Category.labelled(label[1]);
            } else if (line.startsWith("$") && equals > 0 && line.indexOf(' ') == equals) {
                lists.put(line.substring(1, equals), line.substring(equals + 3));
            } else {
                frames.add(new Frame(severity, category, line));
            }
        }
    }

    /** The texts, each once, the same at every call. */
    List<TrainingText> make() {
        Random random = new Random(7);
        Set<String> seen = new LinkedHashSet<>();
        List<TrainingText> made = new ArrayList<>();
        for (int i = 0; i < texts; i++) {
            Frame frame = frames.get(random.nextInt(frames.size()));
            String words = oneOf(frame.words(), random);
            if (!joints.isEmpty() && random.nextInt(3) == 0) {
                List<Frame> alike = frames.stream()
                        .filter(f -> f.category().equals(frame.category())
                                && f.severity().equals(frame.severity()))
                        .toList();
                Frame other = alike.get(random.nextInt(alike.size()));
                words += " " + oneOf(joints, random) + " " + oneOf(other.words(), random);
            }
            String text = tidy(words);
            if (seen.add(text)) {
                made.add(new TrainingText(file, frame.category(), frame.severity(), language, text, false));
            }
        }
        return made;
    }

    private static String tidy(String text) {
        StringBuilder tidy = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean spaced = tidy.length() > 0 && tidy.charAt(tidy.length() - 1) == ' ';
            if (c == ' ' && (spaced || tidy.length() == 0)) {
                continue;
            }
            if (spaced && ".,?!".indexOf(c) >= 0) {
                tidy.setLength(tidy.length() - 1);
            }
            tidy.append(c);
        }
        return tidy.toString().strip();
    }

    /** One of what the bars at the outermost level of {@code words} part. */
    private String oneOf(String words, Random random) {
        List<String> choices = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < words.length(); i++) {
            if (opens(words, i)) {
                depth++;
            } else if (closes(words, i)) {
                depth--;
            } else if (words.charAt(i) == '|' && depth == 0) {
                choices.add(words.substring(start, i));
                start = i + 1;
            }
        }
        choices.add(words.substring(start));
        return filled(choices.get(random.nextInt(choices.size())).strip(), random);
    }

    private String filled(String words, Random random) {
        StringBuilder filled = new StringBuilder();
        int i = 0;
        while (i < words.length()) {
            char c = words.charAt(i);
            int end = i + 1;
            if (c == '$') {
                while (end < words.length() && Character.isLetter(words.charAt(end))) {
                    end++;
                }
                String list = lists.get(words.substring(i + 1, end));
                if (list == null) {
                    throw new IllegalArgumentException(
                            file + ": there is no list " + words.substring(i, end) + " for: " + words);
                }
                filled.append(oneOf(list, random));
            } else if (opens(words, i)) {
                for (int depth = 1; depth > 0; end++) {
                    if (end == words.length()) {
                        throw new IllegalArgumentException(file + ": a bracket is not closed: " + words);
                    }
                    depth += opens(words, end) ? 1 : closes(words, end) ? -1 : 0;
                }
                if (c == '(' || random.nextInt(10) < LEAST_MADE_OF_TEN) {
                    filled.append(oneOf(words.substring(i + 1, end - 1), random));
                }
            } else {
                filled.append(c);
            }
            i = end;
        }
        return filled.toString();
    }

    private static boolean opens(String words, int i) {
        return (words.charAt(i) == '(' || words.charAt(i) == '[') && !isSmile(words, i);
    }

    private static boolean closes(String words, int i) {
        return (words.charAt(i) == ')' || words.charAt(i) == ']') && !isSmile(words, i);
    }

    private static boolean isSmile(String words, int i) {
        return i > 0 && (words.charAt(i - 1) == ':' || words.charAt(i - 1) == ';');
    }
}
