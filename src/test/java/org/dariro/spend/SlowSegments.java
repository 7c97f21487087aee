package org.dariro.spend;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Segments counted the plain way, character by character with lists and sets, to check the fast way against. */
final class SlowSegments {
    private static final Set<Integer> ONE = ("@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
                    + "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà")
            .codePoints()
            .boxed()
            .collect(Collectors.toSet());
    private static final Set<Integer> TWO = "\f^{}\\[~]|€".codePoints().boxed().collect(Collectors.toSet());

    private SlowSegments() {}

    static Segments of(String text) {
        boolean gsm7 = text.codePoints().allMatch(c -> ONE.contains(c) || TWO.contains(c));
        List<Integer> widths = text.codePoints()
                .map(c -> gsm7 ? (TWO.contains(c) ? 2 : 1) : Character.charCount(c))
                .boxed()
                .toList();
        int units = widths.stream().mapToInt(Integer::intValue).sum();
        List<Integer> parts = new ArrayList<>(List.of(0));
        for (int width : widths) {
            int last = parts.size() - 1;
            if (parts.get(last) + width > (gsm7 ? 153 : 67)) {
                parts.add(width);
            } else {
                parts.set(last, parts.get(last) + width);
            }
        }
        int count = units <= (gsm7 ? 160 : 70) ? 1 : parts.size();
        return new Segments(gsm7 ? Encoding.GSM_7 : Encoding.UCS_2, count, units);
    }
}
