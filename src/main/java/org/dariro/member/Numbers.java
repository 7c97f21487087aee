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

    private static boolean isPossible(Msisdn number) {
        try {
            return PHONES.isPossibleNumber(PHONES.parse(number.e164(), null));
        } catch (NumberParseException e) {
            return false;
        }
    }
}
