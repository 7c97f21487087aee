package org.dariro.safeguarding.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds e-mail addresses, also such as are spelled out: {@code rudo dot m at g mail dot com}. Linear in the text. */
final class Addresses {
    private static final Set<String> AT = Set.of("at", "arroba", "@", "(at)", "[at]", "{at}", "kwenye", "a.t");
    private static final Set<String> DOT =
            Set.of("dot", "punto", "nukta", ".", "(dot)", "[dot]", "{dot}", "d0t", "doti", "dhoti", "point");
    private static final Set<String> JOIN =
            Set.of("dot", "underscore", "dash", "hyphen", "punto", "guion", "_", "-", ".");
    private static final Set<String> ENDS = Set.of(
            "com", "org", "net", "co", "za", "zw", "ke", "zm", "mw", "tz", "ug", "es", "mx", "uk", "edu", "gov", "info",
            "me", "io", "ac", "bw", "na", "ng", "gh", "us", "fr", "de", "cm", "c0m");
    private static final Set<String> PROVIDERS = Set.of(
            "gmail",
            "gmial",
            "gmai",
            "yahoo",
            "hotmail",
            "outlook",
            "icloud",
            "live",
            "ymail",
            "aol",
            "protonmail",
            "proton",
            "mail",
            "rocketmail",
            "msn",
            "googlemail",
            "webmail",
            "zoho",
            "gmx");

    /** How many words before a spelled-out ending an address may begin. */
    private static final int MOST_BACK = 4;

    private final String text;
    private final List<int[]> words = new ArrayList<>();
    private final List<Span> found = new ArrayList<>();

    private Addresses(String text) {
        this.text = text;
    }

    /** The addresses in {@code text}, by place. */
    static List<Span> find(String text) {
        Addresses addresses = new Addresses(text);
        addresses.written();
        addresses.spelledOut();
        return addresses.found;
    }

    private void written() {
        int copied = 0;
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            int start = at;
            while (start > copied && isLocal(text.charAt(start - 1))) {
                start--;
            }
            int end = at + 1;
            int dot = -1;
            while (end < text.length() && isDomain(text.charAt(end))) {
                if (text.charAt(end) == '.' && dot < 0) {
                    dot = end;
                }
                end++;
            }
            while (text.charAt(end - 1) == '.' || text.charAt(end - 1) == '-') {
                end--; // the full stop of the sentence
            }
            boolean provider = PROVIDERS.contains(text.substring(at + 1, end).toLowerCase(Locale.ROOT));
            if (start < at && ((dot > at + 1 && dot < end) || provider)) {
                found.add(new Span(start, end, Span.Kind.ADDRESS));
                copied = end;
            }
        }
    }

    private void spelledOut() {
        int i = 0;
        while (i < text.length()) {
            while (i < text.length() && isSpace(text.charAt(i))) {
                i++;
            }
            int from = i;
            while (i < text.length() && !isSpace(text.charAt(i))) {
                i++;
            }
            if (i > from) {
                words.add(new int[] {from, i});
            }
        }
        for (int w = 1; w < words.size(); w++) {
            int last = ending(w);
            if (last >= 0) {
                begin(w, last);
            }
        }
    }

    /** Where the address ends of whose last part this word begins: {@code dot com}, {@code gmail.com}; -1 when it does not. */
    private int ending(int w) {
        String word = word(w);
        if (DOT.contains(word) && w + 1 < words.size() && ENDS.contains(word(w + 1))) {
            int last = w + 1;
            while (last + 2 < words.size() && DOT.contains(word(last + 1)) && ENDS.contains(word(last + 2))) {
                last += 2;
            }
            return last;
        }
        int dot = word.lastIndexOf('.');
        boolean whole = dot > 0 && ENDS.contains(word.substring(dot + 1));
        boolean provider = PROVIDERS.contains(word)
                && AT.contains(word(w - 1))
                && word(w - 1).length() != 2;
        return whole || provider ? w : -1;
    }

    private void begin(int w, int last) {
        for (int at = w; at > 0 && w - at <= MOST_BACK; at--) {
            if (AT.contains(word(at)) && at < last) {
                boolean sure = word(at).length() != 2 || at == w - 1 || at == w - 2 || at == w - 3;
                int local = at - 1;
                while (local >= 2 && JOIN.contains(word(local - 1))) {
                    local -= 2;
                }
                int start = words.get(local)[0];
                int end = words.get(last)[1];
                while (end > start && ".,;!?)".indexOf(text.charAt(end - 1)) >= 0) {
                    end--;
                }
                boolean fresh = found.stream().noneMatch(s -> s.start() < words.get(last)[1] && s.end() > start);
                if (sure && fresh) {
                    found.add(new Span(start, end, Span.Kind.ADDRESS));
                }
                return;
            }
        }
    }

    private String word(int w) {
        int[] place = words.get(w);
        String word = place[1] - place[0] > 64
                ? ""
                : text.substring(place[0], place[1]).toLowerCase(Locale.ROOT);
        int end = word.length();
        while (end > 1 && ",;!?".indexOf(word.charAt(end - 1)) >= 0) {
            end--;
        }
        while (end > 1 && word.charAt(end - 1) == '.' && !word.equals(".")) {
            end--;
        }
        return word.substring(0, end);
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || c == '\u00a0';
    }

    private static boolean isLocal(char c) {
        return Character.isLetterOrDigit(c) || "._%+-".indexOf(c) >= 0;
    }

    private static boolean isDomain(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-';
    }
}
