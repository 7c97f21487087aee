package org.dariro.member;

import java.util.Optional;

/**
 * A mobile network, by its country code and network code (MCC and MNC, ITU-T E.212).
 *
 * @param code three digits of the MCC, then two or three of the MNC: {@code 63902}
 */
public record Network(String code) {
    private static final String FORM = "[2-7][0-9]{2}[0-9]{2,3}"; // an MCC begins with the digit of its region

    public Network {
        if (!code.matches(FORM)) {
            throw new IllegalArgumentException("Not an MCC and MNC");
        }
    }

    /** Reads {@code 63902}, {@code 639-02}, {@code 639/02} or {@code 639 02}; empty for anything else. */
    public static Optional<Network> parse(String written) {
        String code = written.strip().replaceFirst("^([0-9]{3})[-/ ]([0-9]{2,3})$", "$1$2");
        return code.matches(FORM) ? Optional.of(new Network(code)) : Optional.empty();
    }
}
