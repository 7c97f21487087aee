package org.dariro.gateways.api;

import java.util.Optional;

/**
 * A phone number in E.164: {@code +} and 7 to 15 digits, the first not 0 (ITU-T E.164). Its {@link #toString} is masked,
 * so that a number in a log line or an exception shows no more than the country and the last two digits; only
 * {@link #e164} gives it whole.
 */
public final class Msisdn {
    private final String digits;

    private Msisdn(String digits) {
        this.digits = digits;
    }

    /**
     * Reads a number in international form; spaces, hyphens, dots and brackets between the digits are ignored, a leading
     * {@code 00} counts as {@code +}.
     *
     * @return empty for anything else: national numbers, short codes, alphanumeric senders, too few or too many digits
     */
    public static Optional<Msisdn> parse(String text) {
        StringBuilder digits = new StringBuilder(16);
        boolean international = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            } else if (c == '+' && digits.isEmpty() && !international) {
                international = true;
            } else if (" -.()\u00a0".indexOf(c) < 0) {
                return Optional.empty();
            }
        }
        if (!international && digits.length() > 2 && digits.charAt(0) == '0' && digits.charAt(1) == '0') {
            digits.delete(0, 2);
            international = true;
        }
        if (!international || digits.length() < 7 || digits.length() > 15 || digits.charAt(0) == '0') {
            return Optional.empty();
        }
        return Optional.of(new Msisdn(digits.toString()));
    }

    /**
     * The number of a text known to be E.164.
     *
     * @throws IllegalArgumentException when it is not; the message does not repeat it
     */
    public static Msisdn of(String e164) {
        return parse(e164).orElseThrow(() -> new IllegalArgumentException("Not a phone number in E.164 form"));
    }

    /** The whole number with its {@code +}; for the wire and the encrypted column only. */
    public String e164() {
        return "+" + digits;
    }

    /** The digits without the {@code +}. */
    public String digits() {
        return digits;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Msisdn that && digits.equals(that.digits);
    }

    @Override
    public int hashCode() {
        return digits.hashCode();
    }

    /** Masked: {@code +263…01}. */
    @Override
    public String toString() {
        return "+" + digits.substring(0, 3) + "…" + digits.substring(digits.length() - 2);
    }
}
