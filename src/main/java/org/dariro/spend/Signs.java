package org.dariro.spend;

import java.util.HashMap;
import java.util.Map;

/** What stands for a sign that GSM-7 lacks. */
final class Signs {
    private static final String[] QUOTES_AND_DASHES = {
        "'", "`\u00b4\u0091\u0092\u2018\u2019\u201a\u201b\u02bc\u02bb\u02b9\u2032\uff07",
        "\"", "\u0093\u0094\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\uff02",
        "-", "\u0096\u0097\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uff0d\ufe4e",
        "...", "\u0085\u2026",
        " ", "\t",
        "\n", "\u2028\u2029",
        "*", "\u2022\u2605\u2606",
        ".", "\u00b7",
        "<-", "\u2190",
        "->", "\u2192",
        "x", "\u00d7",
        "/", "\u00f7",
        "(c)", "\u00a9",
        "(R)", "\u00ae",
        "TM", "\u2122",
        "1/2", "\u00bd",
        "1/4", "\u00bc",
        "3/4", "\u00be",
        "o", "\u00ba",
        "a", "\u00aa"
    };

    /** Letters of other scripts that look like a Latin one; a word of them only is as the eye reads it. */
    private static final String LOOK_ALIKES = "\u0430a\u0435e\u043eo\u0440p\u0441c\u0443y\u0445x\u0456i\u0455s\u0458j"
            + "\u0410A\u0412B\u0415E\u041aK\u041cM\u041dH\u041eO\u0420P\u0421C\u0422T\u0425X\u0406I"
            + "\u0391A\u0392B\u0395E\u0396Z\u0397H\u0399I\u039aK\u039cM\u039dN\u039fO\u03a1P\u03a4T\u03a5Y\u03a7X\u03bfo";

    private static final String[] EMOJI = {
        ":'D", "😂🤣😹",
        ":'(", "😭😢😥😪🥹🥲",
        "<3", "❤💙💚💛💜🖤🧡🤍💕💖💗💓💞💝😍🥰🫶",
        "</3", "💔",
        ":*", "😘😗😚😙💋",
        ":)", "😊🙂☺😌🤗😇",
        ":D", "😀😃😄😁😆",
        "':)", "😅",
        ";)", "😉😏",
        ":(", "😞🙁☹😔😟🥺😓😩😫😖😣",
        ":/", "😕😒🙄🥴",
        ":|", "😐😑😶🤐",
        ":P", "😋😛😜🤪😝",
        "8)", "😎",
        ":O", "😮😯😱😳😲",
        ":@", "😡😠🤬😤",
        "(y)", "👍",
        "(n)", "👎",
        "(ok)", "👌",
        "(pray)", "🙏",
        "(clap)", "👏",
        "(yay)", "🙌🎉🥳🎊",
        "(fire)", "🔥",
        "(hug)", "🫂",
        "(shrug)", "🤷",
        "(facepalm)", "🤦",
        "(hmm)", "🤔🧐",
        "(dead)", "💀",
        "(shy)", "🙈🤭🫣🫢",
        "(luck)", "🤞",
        "(dance)", "💃🕺",
        "(strong)", "💪",
        "(wave)", "👋",
        "(sun)", "☀",
        "(tired)", "🥱😴",
        "(100)", "💯",
        "(victory)", "✌"
    };

    private Signs() {}

    /** Quotes, dashes, dots and look-alikes. */
    static Map<Integer, String> plain() {
        Map<Integer, String> signs = pairs(QUOTES_AND_DASHES);
        for (int i = 0; i < LOOK_ALIKES.length(); i += 2) {
            signs.put((int) LOOK_ALIKES.charAt(i), LOOK_ALIKES.substring(i + 1, i + 2));
        }
        for (int c = 0xFF01; c <= 0xFF5E; c++) { // full-width forms
            signs.putIfAbsent(c, String.valueOf((char) (c - 0xFF01 + '!')));
        }
        return Map.copyOf(signs);
    }

    /** Emoji with a short text that most people read as the same. */
    static Map<Integer, String> emoji() {
        Map<Integer, String> emoji = pairs(EMOJI);
        for (int c = 0x1F1E6; c <= 0x1F1FF; c++) { // the letters of a flag
            emoji.put(c, String.valueOf((char) (c - 0x1F1E6 + 'A')));
        }
        return Map.copyOf(emoji);
    }

    private static Map<Integer, String> pairs(String[] pairs) {
        Map<Integer, String> signs = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            String text = pairs[i];
            pairs[i + 1].codePoints().forEach(sign -> signs.put(sign, text));
        }
        return signs;
    }
}
