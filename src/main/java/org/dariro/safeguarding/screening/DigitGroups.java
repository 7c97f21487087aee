package org.dariro.safeguarding.screening;

import java.util.Locale;

/**
 * Groups of digits with spaces, dots, hyphens or the like between them, as people write phone numbers, dates and sums; and
 * the judgement which it is. Reads no further than 19 digits: a phone number has 15 at most (ITU-T E.164), a card number 19 (ISO/IEC 7812).
 */
final class DigitGroups {
    private static final int LEAST = 7;
    private static final int MOST = 19;

    /** Digits from which separated groups are a number and no date, time or list. */
    private static final int LEAST_SEPARATED = 9;

    private static final int WIDEST_GAP = 3;
    private static final String GAP = " -.()/\u00a0\u2010\u2011\u2012\u2013\u2014";

    private final String text;
    private final int[] starts = new int[MOST + 1];
    private final int[] ends = new int[MOST + 1];
    private int count;
    private int read;

    private DigitGroups(String text) {
        this.text = text;
    }

    /** The groups from {@code start} on, where a digit is. */
    static DigitGroups at(String text, int start) {
        DigitGroups groups = new DigitGroups(text);
        int i = start;
        while (i < text.length() && isDigit(text.charAt(i))) {
            int end = i;
            while (end < text.length() && isDigit(text.charAt(end))) {
                end++;
            }
            if (groups.count > 0 && groups.read + end - i > MOST) {
                break;
            }
            groups.add(i, end);
            i = end;
            while (i < text.length() && i - end < WIDEST_GAP && GAP.indexOf(text.charAt(i)) >= 0) {
                i++;
            }
        }
        return groups;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Where the first {@code groups} groups end. */
    int end(int groups) {
        return ends[groups - 1];
    }

    /** Where the number starts, with the plus and the bracket before it. */
    int opening() {
        int start = starts[0];
        if (start > 0 && text.charAt(start - 1) == '(') {
            start--;
        }
        if (start > 0 && text.charAt(start - 1) == '+') {
            start--;
        }
        return start > 0 && text.charAt(start) == '+' && text.charAt(start - 1) == '(' ? start - 1 : start;
    }

    /** How many groups, from the first, are a phone number (or another number as long that tells who somebody is); or 0. */
    int phone() {
        if (isDate()) {
            return 0;
        }
        for (int groups = count; groups > 1; groups--) {
            if (isSeparatedPhone(groups)) {
                return groups;
            }
        }
        return length(0) >= LEAST && !isSum() && !isCompactDate() ? 1 : 0;
    }

    /** How many groups to pass over when there is no number: a date as a whole, else one group, as a number may follow. */
    int others() {
        return isDate() ? 3 : 1;
    }

    private void add(int start, int end) {
        starts[count] = start;
        ends[count] = end;
        count++;
        read += end - start;
    }

    private boolean isSeparatedPhone(int groups) {
        int digits = 0;
        int shortest = MOST;
        boolean onlyYears = true;
        for (int g = 0; g < groups; g++) {
            digits += length(g);
            shortest = Math.min(shortest, length(g));
            onlyYears &= holdsYear(g);
        }
        if (hasPlus()) {
            return digits >= LEAST;
        }
        if (isIdentity(groups)) {
            return true;
        }
        if (text.charAt(starts[0]) == '0') {
            return digits >= LEAST_SEPARATED;
        }
        if (groups == 2 && length(0) == 3 && length(1) == 4) {
            return !isSum();
        }
        boolean thousands = text.startsWith("000", ends[groups - 1] - 3);
        return digits >= LEAST_SEPARATED && shortest >= 3 && !onlyYears && !thousands && !isSum();
    }

    /** Groups in which people write identity numbers: 123-45-6789 and 123456/78/1. */
    private boolean isIdentity(int groups) {
        if (groups != 3) {
            return false;
        }
        boolean american = length(0) == 3 && length(1) == 2 && length(2) == 4 && text.charAt(ends[0]) == '-';
        boolean zambian = length(0) == 6 && length(1) == 2 && length(2) == 1 && text.charAt(ends[0]) == '/';
        return american || zambian;
    }

    private boolean hasPlus() {
        return text.charAt(opening()) == '+' || text.startsWith("(+", opening());
    }

    /** Three groups that are a day, a month and a year in some order. */
    private boolean isDate() {
        if (count < 3) {
            return false;
        }
        boolean yearFirst = holdsYear(0) && length(1) <= 2 && length(2) <= 2 && areDayAndMonth(1, 2);
        boolean yearLast = length(0) <= 2 && length(1) <= 2 && areDayAndMonth(0, 1) && holdsYear(2);
        return !hasPlus() && (yearFirst || yearLast);
    }

    private boolean areDayAndMonth(int a, int b) {
        return isDayAndMonth(value(starts[a], ends[a]), value(starts[b], ends[b]));
    }

    private static boolean isDayAndMonth(int a, int b) {
        return a >= 1 && b >= 1 && a <= 31 && b <= 31 && (a <= 12 || b <= 12);
    }

    private boolean holdsYear(int group) {
        return length(group) == 4 && isYear(value(starts[group], ends[group]));
    }

    private static boolean isYear(int value) {
        return value >= 1900 && value < 2100;
    }

    /** A date without separators: 20260302 or 02032026. */
    private boolean isCompactDate() {
        if (length(0) != 8) {
            return false;
        }
        int s = starts[0];
        return (isYear(value(s, s + 4)) && isDayAndMonth(value(s + 4, s + 6), value(s + 6, s + 8)))
                || (isYear(value(s + 4, s + 8)) && isDayAndMonth(value(s, s + 2), value(s + 2, s + 4)));
    }

    /** A sum of money: a currency before it, or two decimals after it. */
    private boolean isSum() {
        int end = ends[0];
        if (end + 2 < text.length()
                && ".,".indexOf(text.charAt(end)) >= 0
                && isDigit(text.charAt(end + 1))
                && isDigit(text.charAt(end + 2))
                && (end + 3 == text.length() || !isDigit(text.charAt(end + 3)))) {
            return true;
        }
        int before = starts[0];
        while (before > 0 && before > starts[0] - 2 && text.charAt(before - 1) == ' ') {
            before--;
        }
        if (before > 0 && Character.getType(text.charAt(before - 1)) == Character.CURRENCY_SYMBOL) {
            return true;
        }
        int from = before;
        while (from > 0 && before - from < 4 && Character.isLetter(text.charAt(from - 1))) {
            from--;
        }
        String word = text.substring(from, before).toLowerCase(Locale.ROOT);
        return switch (word) {
            case "r",
                    "k",
                    "usd",
                    "zar",
                    "zwl",
                    "zig",
                    "zmw",
                    "kes",
                    "ksh",
                    "tzs",
                    "tsh",
                    "ugx",
                    "ush",
                    "mwk",
                    "mxn",
                    "ngn",
                    "eur",
                    "gbp" -> true;
            default -> false;
        };
    }

    private int length(int group) {
        return ends[group] - starts[group];
    }

    private int value(int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            value = value * 10 + text.charAt(i) - '0';
        }
        return value;
    }
}
