package org.dariro.gateway;

import java.util.Locale;

/**
 * One number, short code or USSD code at an account.
 *
 * @param address a number in E.164, a short code, or a sender's name
 * @param serviceCode what members dial for USSD, {@code *384#}; empty when the line has none
 * @param reach the countries and networks that texts from it get to
 */
public record Line(long id, String account, String address, String serviceCode, Reach reach) {

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
