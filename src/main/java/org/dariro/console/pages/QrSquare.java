package org.dariro.console.pages;

import io.nayuki.qrcodegen.QrCode;

/**
 * The square that a phone's camera reads, as an SVG path of one unit for each dark field.
 *
 * @param size of a side with its white border, in fields
 * @param path the dark fields
 */
public record QrSquare(int size, String path) {
    private static final int BORDER = 4;

    /** The square of a text. */
    public static QrSquare of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            int x = 0;
            while (x < code.size) {
                int end = x;
                while (end < code.size && code.getModule(end, y)) {
                    end++;
                }
                if (end > x) {
                    path.append('M').append(x + BORDER).append(' ').append(y + BORDER);
                    path.append('h')
                            .append(end - x)
                            .append("v1h-")
                            .append(end - x)
                            .append('z');
                }
                x = end + 1;
            }
        }
        return new QrSquare(code.size + 2 * BORDER, path.toString());
    }
}
