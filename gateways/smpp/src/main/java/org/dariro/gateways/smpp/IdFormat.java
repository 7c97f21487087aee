package org.dariro.gateways.smpp;

import java.math.BigInteger;
import java.util.Locale;

/**
 * How ids of this SMSC are brought to one form. Many SMSCs answer submit_sm with the id in hexadecimal and write the same id
 * in decimal into the text of receipts.
 */
enum IdFormat {
    /** As it stands, everywhere. */
    AS_IS(0, 0),
    /** Hexadecimal in answers, decimal in receipts. */
    HEX(16, 10),
    /** Decimal in answers, hexadecimal in receipts. */
    DECIMAL(10, 16);

    private final int inAnswers;
    private final int inReceipts;

    IdFormat(int inAnswers, int inReceipts) {
        this.inAnswers = inAnswers;
        this.inReceipts = inReceipts;
    }

    /** The id of an answer, or of the optional parameter of a receipt, which repeats it. */
    String answered(String id) {
        return normal(id, inAnswers);
    }

    /** The id in the text of a receipt. */
    String receipted(String id) {
        return normal(id, inReceipts);
    }

    /** An id as the SMSC gave it, to ask about it. */
    String asked(String id) {
        return inAnswers == 16 && id.matches("\\d{1,40}")
                ? new BigInteger(id).toString(16).toUpperCase(Locale.ROOT)
                : id;
    }

    /** Decimal without leading zeros; an id that is no such number stays as it is. */
    private static String normal(String id, int radix) {
        String digits = radix == 16 && id.toLowerCase(Locale.ROOT).startsWith("0x") ? id.substring(2) : id;
        if (radix == 0 || digits.length() > 40 || digits.startsWith("-") || digits.startsWith("+")) {
            return id;
        }
        try {
            return new BigInteger(digits, radix).toString();
        } catch (NumberFormatException e) {
            return id;
        }
    }
}
