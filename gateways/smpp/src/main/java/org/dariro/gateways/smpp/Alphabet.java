package org.dariro.gateways.smpp;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.dariro.gateways.api.Gsm7;

/** What an SMSC understands by data_coding 0, its default alphabet: SMPP 3.4 leaves it to each SMSC. */
enum Alphabet {
    /** GSM 03.38, one septet in each byte. */
    GSM {
        @Override
        boolean has(String text) {
            return Gsm7.fits(text);
        }

        @Override
        byte[] encode(String text) {
            return Gsm7.encode(text);
        }

        @Override
        String decode(byte[] bytes) {
            return Gsm7.decode(bytes);
        }
    },
    /** ISO-8859-1. What GSM 03.38 lacks would be lost on the way to the phone, so it is not used either. */
    LATIN1 {
        @Override
        boolean has(String text) {
            return Gsm7.fits(text) && text.chars().allMatch(c -> c < 0x100);
        }

        @Override
        byte[] encode(String text) {
            return text.getBytes(StandardCharsets.ISO_8859_1);
        }

        @Override
        String decode(byte[] bytes) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    };

    private static final Charset CYRILLIC = Charset.forName("ISO-8859-5");
    private static final Charset HEBREW = Charset.forName("ISO-8859-8");

    /** Whether a text can be written with it and reaches the phone whole. */
    abstract boolean has(String text);

    abstract byte[] encode(String text);

    abstract String decode(byte[] bytes);

    /**
     * What a message body says by its data_coding (SMPP 3.4, 5.2.19). Bytes that are no text by it are taken as Latin-1:
     * a person may have written them all the same.
     */
    String decode(byte[] body, int dataCoding) {
        return switch (dataCoding) {
            case 0 -> decode(body);
            case 6 -> new String(body, CYRILLIC);
            case 7 -> new String(body, HEBREW);
            case 8 -> ucs2(body);
            default -> dataCoding < 0x10 ? LATIN1.decode(body) : byGsmScheme(body, dataCoding);
        };
    }

    /** From 0x10 on the value is a GSM data coding scheme (3GPP TS 23.038, 4): flash texts, marked texts. */
    private String byGsmScheme(byte[] body, int scheme) {
        int group = scheme >> 4;
        int coding = group < 4 ? (scheme >> 2) & 3 : group == 0xe ? 2 : group == 0xf ? (scheme >> 2) & 1 : 0;
        return coding == 0 ? decode(body) : coding == 2 ? ucs2(body) : LATIN1.decode(body);
    }

    /** UTF-16, big end first; half a pair is kept, its other half may be in the next part. */
    private static String ucs2(byte[] body) {
        StringBuilder text = new StringBuilder(body.length / 2);
        for (int i = 0; i + 1 < body.length; i += 2) {
            text.append((char) (((body[i] & 0xff) << 8) | (body[i + 1] & 0xff)));
        }
        return text.toString();
    }
}
