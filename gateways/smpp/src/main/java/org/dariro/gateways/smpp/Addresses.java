package org.dariro.gateways.smpp;

import java.util.Optional;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;

/**
 * Addresses as SMSCs write them, with their type of number (TON) and numbering plan (NPI).
 *
 * @param country the calling code for numbers in national form, empty when the SMSC never writes such
 * @param sourceTon TON of our own address, where it cannot be worked out from the address
 * @param sourceNpi NPI of our own address, likewise
 * @param destTon TON of members' numbers
 * @param destNpi NPI of members' numbers
 */
record Addresses(String country, Optional<Integer> sourceTon, Optional<Integer> sourceNpi, int destTon, int destNpi) {
    private static final int LONGEST_SHORT_CODE = 8;
    private static final int SHORTEST_INTERNATIONAL = 10;

    /** An address with its types. */
    record Typed(TypeOfNumber ton, NumberingPlanIndicator npi, String digits) {}

    /** Our own address: a number in E.164 is international, letters make a name, a few digits a short code. */
    Typed source(String address) {
        if (address.startsWith("+")) {
            return typed(1, 1, address.substring(1));
        }
        return address.chars().allMatch(Character::isDigit) ? typed(3, 0, address) : typed(5, 0, address);
    }

    private Typed typed(int ton, int npi, String digits) {
        return new Typed(ton(sourceTon.orElse(ton)), npi(sourceNpi.orElse(npi)), digits);
    }

    /** A member's number. */
    Typed dest(String digits) {
        return new Typed(ton(destTon), npi(destNpi), digits);
    }

    /** An address of an inbound message: a number in E.164 where that can be told, else as it stands. */
    String read(int ton, String address) {
        boolean digits = !address.isEmpty() && address.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits || ton == TypeOfNumber.ALPHANUMERIC.value() || address.startsWith("00")) {
            return address;
        } else if (ton == TypeOfNumber.INTERNATIONAL.value()) {
            return "+" + address;
        } else if (address.length() <= LONGEST_SHORT_CODE) {
            return address;
        } else if (!country.isEmpty() && (ton == TypeOfNumber.NATIONAL.value() || address.startsWith("0"))) {
            return "+" + country + address.replaceFirst("^0+", "");
        }
        return address.length() >= SHORTEST_INTERNATIONAL && !address.startsWith("0") ? "+" + address : address;
    }

    private static TypeOfNumber ton(int value) {
        return TypeOfNumber.valueOf((byte) value);
    }

    private static NumberingPlanIndicator npi(int value) {
        return NumberingPlanIndicator.valueOf((byte) value);
    }
}
