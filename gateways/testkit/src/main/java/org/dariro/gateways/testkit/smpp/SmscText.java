package org.dariro.gateways.testkit.smpp;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Texts as an SMSC of the GSM alphabet reads and writes them; on purpose not the gateway's own code. */
final class SmscText {
    static final int UCS_2 = 8;
    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENDED = "\f^{}\\[~]|€";
    private static final int[] EXTENDED_AT = {10, 20, 40, 41, 47, 60, 61, 62, 64, 101};

    private SmscText() {}

    static int dataCoding(String text) {
        return text.chars().allMatch(c -> c != 27 && (BASIC.indexOf(c) >= 0 || EXTENDED.indexOf(c) >= 0)) ? 0 : UCS_2;
    }

    static byte[] write(String text, int dataCoding) {
        if (dataCoding == UCS_2) {
            return text.getBytes(StandardCharsets.UTF_16BE);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int extended = EXTENDED.indexOf(c);
            if (extended >= 0) {
                bytes.write(27);
                bytes.write(EXTENDED_AT[extended]);
            } else {
                bytes.write(BASIC.indexOf(c));
            }
        }
        return bytes.toByteArray();
    }

    static String read(byte[] bytes, int dataCoding) {
        if (dataCoding == UCS_2) {
            return new String(bytes, StandardCharsets.UTF_16BE);
        }
        StringBuilder text = new StringBuilder();
        boolean escaped = false;
        for (byte septet : bytes) {
            if (escaped) {
                for (int j = 0; j < EXTENDED_AT.length; j++) {
                    if (EXTENDED_AT[j] == septet) {
                        text.append(EXTENDED.charAt(j));
                    }
                }
            } else if (septet != 27) {
                text.append(BASIC.charAt(septet));
            }
            escaped = !escaped && septet == 27;
        }
        return text.toString();
    }

    /** A text cut as a phone cuts it, or whole when one message holds it. */
    static List<String> cut(String text) {
        int dataCoding = dataCoding(text);
        if (write(text, dataCoding).length <= (dataCoding == UCS_2 ? 140 : 160)) {
            return List.of(text);
        }
        int most = dataCoding == UCS_2 ? 134 : 153;
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        text.codePoints().forEach(c -> {
            String whole = part + Character.toString(c);
            if (write(whole, dataCoding).length > most) {
                parts.add(part.toString());
                part.setLength(0);
            }
            part.appendCodePoint(c);
        });
        parts.add(part.toString());
        return parts;
    }
}
