package org.dariro.member;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.Optional;
import org.dariro.gateways.api.Msisdn;

/** Tells a number that can be a person's phone from an impossible one, a short code or a name. */
public final class Numbers {
    private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();

    private Numbers() {}

    /**
     * The number of a text's sender or of an enrolment.
     *
     * @return empty for short codes, alphanumeric senders, and numbers of an impossible country or length
     */
    public static Optional<Msisdn> possible(String written) {
        return Msisdn.parse(written).filter(Numbers::isPossible);
    }

    /** The country that a number belongs to, ISO 3166 alpha-2; empty for one of no country. */
    public static Optional<String> country(Msisdn number) {
        try {
            return Optional.ofNullable(PHONES.getRegionCodeForNumber(PHONES.parse(number.e164(), null)))
                    .filter(region -> region.matches("[A-Z]{2}"))
                    .or(() -> byCallingCode(number));
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /** A number that its country has not given out yet still has the country's calling code. */
    private static Optional<String> byCallingCode(Msisdn number) {
        try {
            String region = PHONES.getRegionCodeForCountryCode(
                    PHONES.parse(number.e164(), null).getCountryCode());
            return region.matches("[A-Z]{2}") && !region.equals("ZZ") ? Optional.of(region) : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    private static boolean isPossible(Msisdn number) {
        try {
            return PHONES.isPossibleNumber(PHONES.parse(number.e164(), null));
        } catch (NumberParseException e) {
            return false;
        }
    }
}
