package org.dariro.member;

import java.text.Normalizer;
import java.util.Set;
import java.util.function.Function;
import org.dariro.platform.Folding;
import org.jspecify.annotations.Nullable;

/**
 * The name that a person goes by in a group: 2 to 12 characters, letters with single spaces, hyphens and apostrophes
 * between them, and at most two digits at the end ({@code Hope22}). It can hold no phone number and no address, and is
 * no command word and no title of the service. Two nicknames with the same {@link #key} are the same to a reader.
 *
 * @param text as it is shown
 * @param key for comparing: no case, accents, spaces, hyphens or apostrophes; look-alike letters are one
 */
public record Nickname(String text, String key) {
    private static final int SHORTEST = 2;
    private static final int LONGEST = 12;
    private static final int MOST_DIGITS = 2;

    /** Words that would be taken for commands or for the service speaking, as keys. */
    private static final Set<String> RESERVED = Set.of(
            "stop",
            "stopall",
            "start",
            "unstop",
            "help",
            "info",
            "join",
            "pause",
            "name",
            "who",
            "mentor",
            "lang",
            "all",
            "language",
            "yes",
            "no",
            "ok",
            "ack",
            "cancel",
            "end",
            "quit",
            "unsubscribe",
            "optout",
            "revoke",
            "leave",
            "admin",
            "administrator",
            "dariro",
            "system",
            "coordinator",
            "moderator",
            "staff",
            "support",
            "everyone",
            "everybody",
            "group",
            "nurse",
            "doctor",
            "police",
            "crisis",
            "anonymous",
            "unknown");

    /** Why a name is not taken. */
    public enum Fault {
        /** Fewer than two characters. */
        TOO_SHORT,
        /** More than twelve characters. */
        TOO_LONG,
        /** A digit elsewhere than at the end, or more than two. */
        DIGITS,
        /** A character that is no letter, digit, space, hyphen or apostrophe, or one of these at a wrong place. */
        CHARACTERS,
        /** A command word, or a name that members would take for the service or its staff. */
        RESERVED
    }

    /** What reading a name gave. */
    public sealed interface Reading {
        /** Decides by case. */
        default <T> T match(Function<Nickname, T> good, Function<Fault, T> bad) {
            return this instanceof Good g ? good.apply(g.nickname()) : bad.apply(((Bad) this).fault());
        }
    }

    /** The name may be used. */
    public record Good(Nickname nickname) implements Reading {}

    /** It may not. */
    public record Bad(Fault fault) implements Reading {}

    /** Reads what a person wrote as their name; space around and runs of space within do not count. */
    public static Reading parse(String written) {
        return parse(written, Set.of());
    }

    /**
     * The same, with further words that are refused.
     *
     * @param reserved command words of the languages in use, as {@link #keyOf keys}
     */
    public static Reading parse(String written, Set<String> reserved) {
        if (written.length() > 10 * LONGEST) { // an essay is no name, and is not worth reading to its end
            return new Bad(Fault.TOO_LONG);
        }
        String text = Normalizer.normalize(written.strip(), Normalizer.Form.NFC)
                .replaceAll("[\\s\u00a0]+", " ")
                .replaceAll("[’‘`´]", "'");
        int length = text.codePointCount(0, text.length());
        if (length < SHORTEST) {
            return new Bad(Fault.TOO_SHORT);
        }
        if (length > LONGEST) {
            return new Bad(Fault.TOO_LONG);
        }
        int letters = text.length();
        while (letters > 0 && isDigit(text.charAt(letters - 1))) {
            letters--;
        }
        if (text.length() - letters > MOST_DIGITS
                || text.substring(0, letters).codePoints().anyMatch(Character::isDigit)) {
            return new Bad(Fault.DIGITS);
        }
        if (!isSpelledWell(text.substring(0, letters).stripTrailing())) {
            return new Bad(Fault.CHARACTERS);
        }
        String key = Folding.key(text);
        String word = Folding.key(text.substring(0, letters));
        return RESERVED.contains(word) || reserved.contains(word) || reserved.contains(key)
                ? new Bad(Fault.RESERVED)
                : new Good(new Nickname(text, key));
    }

    /**
     * This name with a number in the place of any at its end, cut where it would be too long: {@code Hope2}.
     *
     * @param number 2 to 99
     */
    public Nickname numbered(int number) {
        String digits = Integer.toString(number);
        int[] letters = text.codePoints().filter(c -> !isDigit(c)).toArray();
        String start = new String(letters, 0, Math.min(letters.length, LONGEST - digits.length()));
        while (!isSpelledWell(start)) { // cut behind a space, say
            start = start.substring(0, start.length() - 1);
        }
        return new Nickname(start + digits, Folding.key(start + digits));
    }

    /** The key of a name that was taken before; null for none. */
    public static @Nullable String keyOf(@Nullable String text) {
        return text == null ? null : Folding.key(text);
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /** Begins and ends with a letter, and has no two of space, hyphen and apostrophe side by side. */
    private static boolean isSpelledWell(String name) {
        boolean afterLetter = false;
        for (int i = 0; i < name.length(); i += Character.charCount(name.codePointAt(i))) {
            int c = name.codePointAt(i);
            boolean letter =
                    Character.isLetter(c) || (afterLetter && Character.getType(c) == Character.NON_SPACING_MARK);
            if (!letter && (!afterLetter || " -'".indexOf(c) < 0)) {
                return false;
            }
            afterLetter = letter;
        }
        return afterLetter;
    }
}
