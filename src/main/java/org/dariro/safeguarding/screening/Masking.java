package org.dariro.safeguarding.screening;

import org.jspecify.annotations.Nullable;

/**
 * Hides phone numbers and e-mail addresses that a member gives away, before others read them. Everything else of the text
 * stays as it is. Linear in the text; keeps no state.
 *
 * @param number what stands in a number's place, best in round brackets: square ones cost two septets each in GSM-7
 * @param address what stands in an e-mail address's place
 */
public record Masking(String number, String address) {

    /** The English words. */
    public static final Masking ENGLISH = new Masking("(number hidden)", "(address hidden)");

    /** Hides what is found in {@code text}. */
    public Masked mask(String text) {
        String masked = hideNumbers(text.indexOf('@') < 0 ? text : hideAddresses(text));
        return new Masked(masked, !masked.equals(text));
    }

    private String hideNumbers(String text) {
        @Nullable StringBuilder out = null;
        int copied = 0;
        int i = 0;
        while (i < text.length()) {
            if (!DigitGroups.isDigit(text.charAt(i))) {
                i++;
                continue;
            }
            DigitGroups groups = DigitGroups.at(text, i);
            int taken = groups.phone();
            if (taken > 0) {
                out = out == null ? new StringBuilder(text.length() + number.length()) : out;
                out.append(text, copied, Math.max(copied, groups.opening())).append(number);
                copied = groups.end(taken);
                i = copied;
            } else {
                i = groups.end(groups.others());
            }
        }
        return out == null ? text : out.append(text, copied, text.length()).toString();
    }

    private String hideAddresses(String text) {
        StringBuilder out = new StringBuilder(text.length() + address.length());
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
            if (start < at && dot > at + 1 && dot < end) {
                out.append(text, copied, start).append(address);
                copied = end;
            }
        }
        return out.append(text, copied, text.length()).toString();
    }

    private static boolean isLocal(char c) {
        return Character.isLetterOrDigit(c) || "._%+-".indexOf(c) >= 0;
    }

    private static boolean isDomain(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-';
    }
}
