package org.dariro.console.signin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a new password must be (NIST SP 800-63B, 5.1.1.2): long enough, and none that guessers try first. Which characters it
 * is made of is nobody's business.
 */
public final class PasswordRules {
    /** Characters of the shortest password. */
    public static final int SHORTEST = 12;

    /** Characters of the longest; beyond it nobody types, and hashing costs. */
    public static final int LONGEST = 200;

    private static final int LONGEST_UNIT = 6;
    private static final int LEAST_DIFFERENT = 5;
    private final Set<String> common;

    /** What is wrong with a password; the key of a sentence for people is its label. */
    public enum Fault {
        TOO_SHORT,
        TOO_LONG,
        COMMON,
        /** It is made of the person's own name or address, or the name of the service. */
        OWN_NAME;
    }

    private PasswordRules(Set<String> common) {
        this.common = common;
    }

    /** The rules with the list that is shipped. */
    public static PasswordRules shipped() {
        try (InputStream in = PasswordRules.class.getResourceAsStream("common-passwords.txt")) {
            if (in == null) {
                throw new IllegalStateException("The list of common passwords is missing");
            }
            return new PasswordRules(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet()));
        } catch (IOException e) {
            throw new UncheckedIOException("The list of common passwords cannot be read", e);
        }
    }

    /** A password as it is hashed: the same characters are the same on each keyboard (NFKC). */
    public static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    /** What is wrong with {@code password} for a person; empty when nothing is. */
    public Optional<Fault> fault(String password, String email, String name) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of(Fault.TOO_SHORT);
        } else if (length > LONGEST) {
            return Optional.of(Fault.TOO_LONG);
        }
        String folded = password.toLowerCase(Locale.ROOT);
        if (isCommon(folded)) {
            return Optional.of(Fault.COMMON);
        }
        return ownName(folded.replaceAll("[^\\p{L}]", ""), email, name)
                ? Optional.of(Fault.OWN_NAME)
                : Optional.empty();
    }

    private boolean isCommon(String folded) {
        String core = folded.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
        String letters = unleet(core).replaceAll("[^\\p{L}]", "");
        return common.contains(folded)
                || folded.chars().distinct().count() < LEAST_DIFFERENT
                || repeats(folded)
                || runs(folded)
                || (letters.length() >= SHORTEST / 2 && isOneOrTwo(letters))
                || isOneOrTwo(folded.replaceAll("[^\\p{L}]", ""));
    }

    /** With the letters that digits and signs stand for. */
    private static String unleet(String folded) {
        StringBuilder letters = new StringBuilder(folded);
        for (int i = 0; i < letters.length(); i++) {
            int sign = "01345@$!7".indexOf(letters.charAt(i));
            if (sign >= 0) {
                letters.setCharAt(i, "oieasasit".charAt(sign));
            }
        }
        return letters.toString();
    }

    /** One word of the list, or two. */
    private boolean isOneOrTwo(String letters) {
        if (common.contains(letters)) {
            return true;
        }
        for (int cut = 2; cut < letters.length() - 1; cut++) {
            if (common.contains(letters.substring(0, cut)) && common.contains(letters.substring(cut))) {
                return true;
            }
        }
        return false;
    }

    /** The same few characters again and again. */
    private static boolean repeats(String folded) {
        for (int unit = 1; unit <= LONGEST_UNIT && unit * 2 <= folded.length(); unit++) {
            String start = folded.substring(0, unit);
            if (start.repeat(folded.length() / unit + 1).startsWith(folded)) {
                return true;
            }
        }
        return false;
    }

    /** Neighbours all the way: on the keyboard, in the alphabet, among digits. */
    private static boolean runs(String folded) {
        int neighbours = 0;
        for (int i = 1; i < folded.length(); i++) {
            int step = folded.charAt(i) - folded.charAt(i - 1);
            neighbours += Math.abs(step) <= 1 ? 1 : 0;
        }
        String rows = "1234567890 qwertyuiop asdfghjkl zxcvbnm azertyuiop";
        String back = new StringBuilder(rows).reverse().toString();
        int along = 0;
        for (int i = 0; i + 3 <= folded.length(); i++) {
            String three = folded.substring(i, i + 3);
            along += rows.contains(three) || back.contains(three) ? 1 : 0;
        }
        return neighbours >= folded.length() - 2 || along >= folded.length() - 4;
    }

    private static boolean ownName(String letters, String email, String name) {
        String account = email.toLowerCase(Locale.ROOT).replaceAll("@.*", "").replaceAll("[^\\p{L}]", "");
        String called = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
        String rest = letters;
        for (String own : new String[] {account, called, "dariro"}) {
            if (own.length() >= 4) {
                rest = rest.replace(own, "");
            }
        }
        return rest.length() < letters.length() && rest.length() < 4;
    }
}
