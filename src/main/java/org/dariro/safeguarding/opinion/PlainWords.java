package org.dariro.safeguarding.opinion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dariro.platform.Folding;

/**
 * Reads a text into plain words: folded, letters that stand alone put together, stretched letters cut to two, digits and
 * signs read as letters, and the spellings of the phone written out. Time is linear in the text.
 */
final class PlainWords {
    private static final String SIGNS = "@$!*|";
    private static final String BENT = "01!|34@5$7896";
    private static final String STRAIGHT = "oiiieaasstbgg";
    private static final int LONGEST_WORD = 40;
    private static final int LONGEST_SPELLED_OUT = 20;
    private static final int LEAST_SPELLED_OUT = 3;

    private final Map<String, List<String>> spellings;

    /** @param spellings each with the plain words it stands for */
    PlainWords(Map<String, List<String>> spellings) {
        this.spellings = spellings;
    }

    /** The words of {@code text}, no more than {@code most} tokens of it. */
    List<String> read(String text, int most) {
        List<String> tokens = tokens(text, most);
        List<String> words = new ArrayList<>(tokens.size() + 8);
        int i = 0;
        while (i < tokens.size()) {
            int end = i;
            while (end < tokens.size() && end - i < LONGEST_SPELLED_OUT && isLoneLetter(tokens.get(end))) {
                end++;
            }
            if (end - i >= LEAST_SPELLED_OUT) {
                add(String.join("", tokens.subList(i, end)), words);
                i = end;
            } else {
                add(trimmed(tokens.get(i)), words);
                i++;
            }
        }
        return words;
    }

    private static List<String> tokens(String text, int most) {
        List<String> tokens = new ArrayList<>();
        StringBuilder token = new StringBuilder();
        for (int i = 0; i < text.length() && tokens.size() < most; i++) {
            char c = text.charAt(i);
            char f;
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                f = Folding.fold(Character.toCodePoint(c, text.charAt(i + 1)));
                i++;
            } else {
                f = Folding.fold(c);
            }
            if (f == Folding.BREAK && SIGNS.indexOf(c) >= 0) {
                f = c;
            }
            if (f != Folding.BREAK && f != Folding.NOTHING) {
                token.append(f);
            }
            if (token.length() > 0 && (f == Folding.BREAK || token.length() == LONGEST_WORD)) {
                tokens.add(token.toString());
                token.setLength(0);
            }
        }
        if (token.length() > 0 && tokens.size() < most) {
            tokens.add(token.toString());
        }
        return tokens;
    }

    private static boolean isLoneLetter(String token) {
        return token.length() == 1 && Character.isLetter(token.charAt(0));
    }

    /** Without signs around it that are punctuation, {@code !} after a word; {@code $} and {@code @} may begin one. */
    private static String trimmed(String token) {
        int start = 0;
        int end = token.length();
        while (start < end && "!*|".indexOf(token.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && SIGNS.indexOf(token.charAt(end - 1)) >= 0) {
            end--;
        }
        return token.substring(start, end);
    }

    private void add(String token, List<String> words) {
        if (token.isEmpty() || addKnown(token, words)) {
            return;
        }
        String cut = unstretched(token);
        if (cut.length() < token.length() && addKnown(cut, words)) {
            return;
        }
        boolean letters = cut.chars().anyMatch(Character::isLetter);
        boolean others = !cut.chars().allMatch(Character::isLetter);
        if (!letters) {
            words.add(cut.length() > 1 ? "#" + Math.min(cut.length(), 4) : cut);
        } else if (others) {
            String straight = straightened(cut);
            if (!addKnown(straight, words)) {
                words.add(straight);
            }
        } else {
            words.add(cut);
        }
    }

    private boolean addKnown(String token, List<String> words) {
        List<String> known = spellings.get(token);
        return known != null && words.addAll(known);
    }

    private static String unstretched(String token) {
        StringBuilder cut = new StringBuilder(token.length());
        for (int i = 0; i < token.length(); i++) {
            char c = token.charAt(i);
            boolean third = i > 1 && c == token.charAt(i - 1) && c == token.charAt(i - 2);
            if (!third || Character.isDigit(c)) {
                cut.append(c);
            }
        }
        return cut.toString();
    }

    private static String straightened(String token) {
        StringBuilder straight = new StringBuilder(token.length());
        for (int i = 0; i < token.length(); i++) {
            int place = BENT.indexOf(token.charAt(i));
            straight.append(place < 0 ? token.charAt(i) : STRAIGHT.charAt(place));
        }
        return straight.toString();
    }
}
