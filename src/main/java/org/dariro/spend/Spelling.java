package org.dariro.spend;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.dariro.gateway.Respelling;
import org.dariro.gateways.api.Gsm7;

/**
 * Writes a text in GSM-7 where its meaning allows: typographic quotes, dashes, dots and spaces become plain ones, letters of
 * other scripts that look the same become Latin ones, a letter loses an accent that its language can spare, and an emoji
 * becomes a short text. All or nothing: a text that cannot be written in GSM-7 even so is left as it is, because a change
 * would then save nothing.
 *
 * @param signs whether anything may change at all; else every text stays as it is
 * @param accents whether letters may lose accents that GSM-7 lacks
 * @param emoji whether emoji may become short texts
 */
public record Spelling(boolean signs, boolean accents, boolean emoji) {
    /**
     * The languages in which a text stays clear without the accents that GSM-7 lacks. Spanish keeps ñ, ü and é; English,
     * Swahili, Shona, Zulu and Xhosa have accents only in borrowed words and names. In others (Yoruba, Vietnamese) an
     * accent makes another word.
     */
    private static final Set<String> SPARE_ACCENTS = Set.of("en", "es", "sw", "sn", "zu", "xh", "nd");

    private static final Map<Integer, String> SIGNS = Signs.plain();
    private static final Map<Integer, String> FACES = Signs.emoji();
    private static final Pattern NOT_TELLING = Pattern.compile("^(face with|smiling|person) | (face|sign|symbol)$");
    private static final int LONGEST_NAME = 18;

    /** From here on symbols are pictures; those before it are signs (a card's suit, a note), which stay as written. */
    private static final int PICTURES = 0x1F000;

    /** What is usual for a language (ISO 639-1). */
    public static Spelling of(String language) {
        return new Spelling(true, SPARE_ACCENTS.contains(language), true);
    }

    /** What may change at most. */
    public static Spelling of(Respelling respelling) {
        return switch (respelling) {
            case PLAIN -> new Spelling(true, true, true);
            case KEEP_EMOJI -> new Spelling(true, true, false);
            case KEEP_ACCENTS -> new Spelling(true, false, true);
            case AS_WRITTEN -> new Spelling(false, false, false);
        };
    }

    /** What both this and another policy allow. */
    public Spelling and(Spelling other) {
        return new Spelling(signs && other.signs, accents && other.accents, emoji && other.emoji);
    }

    /** The text in GSM-7, if it is not so already and can be. */
    public Optional<String> plain(String text) {
        if (!signs || Gsm7.fits(text)) {
            return Optional.empty();
        }
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        StringBuilder plain = new StringBuilder(text.length());
        int last = 0;
        for (int i = 0; i < composed.length(); ) {
            int c = composed.codePointAt(i);
            i += Character.charCount(c);
            if (c < Character.MIN_SUPPLEMENTARY_CODE_POINT && Gsm7.septets((char) c) > 0) {
                if (isFace(last) && Character.isLetterOrDigit(c)) {
                    plain.append(' ');
                }
                plain.append((char) c);
                last = c;
            } else if (!silent(c) && !(c == last && isFace(c))) {
                if (!append(plain, c)) {
                    return Optional.empty();
                }
                last = c;
            }
        }
        return plain.isEmpty() ? Optional.empty() : Optional.of(plain.toString());
    }

    private boolean append(StringBuilder plain, int c) {
        String sign = SIGNS.get(c);
        if (sign != null) {
            plain.append(sign);
            return true;
        }
        String face = face(c);
        if (!face.isEmpty()) {
            if (!plain.isEmpty() && !Character.isWhitespace(plain.charAt(plain.length() - 1))) {
                plain.append(' ');
            }
            plain.append(face);
            return emoji;
        }
        if (Character.getType(c) == Character.SPACE_SEPARATOR) {
            plain.append(' ');
            return true;
        }
        Optional<String> letter = accents ? bare(c) : Optional.empty();
        letter.ifPresent(plain::append);
        return letter.isPresent();
    }

    /** The short text for an emoji, its name in brackets where there is no shorter one; empty for what is none. */
    private static String face(int c) {
        String known = FACES.get(c);
        if (known != null) {
            return known;
        }
        if (Character.getType(c) != Character.OTHER_SYMBOL || c < PICTURES) {
            return "";
        }
        String name = Character.getName(c);
        if (name == null) {
            return "";
        }
        String brief = NOT_TELLING.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
        return brief.length() <= LONGEST_NAME && Gsm7.fits(brief) ? "(" + brief + ")" : "";
    }

    private static boolean isFace(int c) {
        return FACES.containsKey(c) || (c >= PICTURES && Character.getType(c) == Character.OTHER_SYMBOL);
    }

    /** A Latin letter without its accents. */
    private static Optional<String> bare(int c) {
        if (Character.UnicodeScript.of(c) != Character.UnicodeScript.LATIN) {
            return Optional.empty();
        }
        StringBuilder bare = new StringBuilder(2);
        Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD)
                .chars()
                .filter(part -> Character.getType(part) != Character.NON_SPACING_MARK)
                .forEach(part -> bare.append((char) part));
        return bare.isEmpty() || !Gsm7.fits(bare) ? Optional.empty() : Optional.of(bare.toString());
    }

    /** What changes only how its neighbours look: joiners, variation selectors, skin tones, the sign of a gender. */
    private static boolean silent(int c) {
        return (c >= 0x200B && c <= 0x200F)
                || c == 0x2060
                || c == 0xFEFF
                || c == 0xAD
                || c == 0xFE0E
                || c == 0xFE0F
                || (c >= 0x1F3FB && c <= 0x1F3FF)
                || c == 0x2640
                || c == 0x2642;
    }
}
