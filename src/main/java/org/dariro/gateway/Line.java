package org.dariro.gateway;

import java.util.Locale;
import java.util.Optional;

/**
 * One number, short code or USSD code at an account.
 *
 * @param address a number in E.164, a short code, or a sender's name
 * @param serviceCode what members dial for USSD, {@code *384#}; empty when the line has none
 * @param reach the countries and networks that texts from it get to
 * @param mostSegments most segments of one message where the line carries fewer than its account, 1 to 255; 1 where it does
 *     not join messages
 * @param respelling what may change in members' texts, where that is not the usual
 */
public record Line(
        long id,
        String account,
        String address,
        String serviceCode,
        Reach reach,
        Optional<Integer> mostSegments,
        Optional<Respelling> respelling) {

    /** A line without limits of its own. */
    public Line(long id, String account, String address, String serviceCode, Reach reach) {
        this(id, account, address, serviceCode, reach, Optional.empty(), Optional.empty());
    }

    /** The same line with another reach and other limits. */
    public Line with(Reach other, Optional<Integer> segments, Optional<Respelling> spelling) {
        return new Line(id, account, address, serviceCode, other, segments, spelling);
    }

    /** An address as it is compared: carriers write the same number with and without {@code +} or spaces. */
    public static String key(String address) {
        StringBuilder key = new StringBuilder(address.length());
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            if (Character.isLetterOrDigit(c) || c == '*' || c == '#') {
                key.append(c);
            }
        }
        return key.toString().toUpperCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "Line[" + id + " at " + account + "]";
    }
}
