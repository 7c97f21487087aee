package org.dariro.conversation;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** Reads the names people type for groups: after {@code @}, and as the code after JOIN. */
final class Addressing {
    private static final int LONGEST = 20;

    private Addressing() {}

    /** {@code @HOPE} and what follows; empty when the text does not begin so. */
    static Optional<Command> read(String text) {
        String typed = text.strip();
        if (!typed.startsWith("@")) {
            return Optional.empty();
        }
        int end = end(typed, 1);
        boolean complete = end == typed.length()
                || " \t\r\n:,;.!?-".indexOf(typed.charAt(end)) >= 0
                || Character.isSpaceChar(typed.charAt(end));
        if (end < 2 || end > LONGEST + 1 || !complete) {
            return Optional.empty();
        }
        int from = end;
        while (from < typed.length()
                && (Character.isWhitespace(typed.charAt(from)) || ":,;".indexOf(typed.charAt(from)) >= 0)) {
            from++;
        }
        return Optional.of(new Command.Address(name(typed.substring(1, end)), typed.substring(from)));
    }

    /** What follows JOIN: a code, and perhaps a nickname of one or two words; empty when it reads like a sentence. */
    static Optional<Command> join(Words words) {
        String rest = bare(words.after(0));
        if (rest.isEmpty()) {
            return Optional.of(new Command.Join("", Optional.empty()));
        }
        int end = end(rest, 0);
        String nickname = bare(rest.substring(end));
        boolean sentence = end < 2 || end > LONGEST || words.size() > 4;
        return sentence
                ? Optional.empty()
                : Optional.of(new Command.Join(
                        name(rest.substring(0, end)), nickname.isEmpty() ? Optional.empty() : Optional.of(nickname)));
    }

    private static int end(String text, int from) {
        int end = from;
        while (end < text.length()) {
            int c = text.codePointAt(end);
            boolean hyphen = (c == '-' || c == '_')
                    && end > from
                    && end + 1 < text.length()
                    && Character.isLetterOrDigit(text.codePointAt(end + 1));
            if (!Character.isLetterOrDigit(c) && !hyphen) {
                return end;
            }
            end += Character.charCount(c);
        }
        return end;
    }

    private static String name(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    }

    /** The text without punctuation and blanks around it. */
    static String bare(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && !Character.isLetterOrDigit(text.codePointAt(from))) {
            from += Character.charCount(text.codePointAt(from));
        }
        while (to > from && !isPartOfWord(text.codePointBefore(to))) {
            to -= Character.charCount(text.codePointBefore(to));
        }
        return text.substring(from, to);
    }

    private static boolean isPartOfWord(int c) {
        return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }
}
