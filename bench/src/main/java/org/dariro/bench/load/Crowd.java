package org.dariro.bench.load;

/**
 * The phones of a load: {@code groups} circles of {@code members} each, numbered through.
 *
 * @param first the first phone's number, without the country's part; so that runs on one service can differ
 */
public record Crowd(int groups, int members, int first) {
    /** The number that all of them text to. */
    public static final String LINE = "+263770000000";

    private static final String PREFIX = "+26371";

    /** All phones. */
    public int phones() {
        return groups * members;
    }

    /** The number of a phone. */
    public String number(int phone) {
        return String.format("%s%07d", PREFIX, first + phone);
    }

    /** The phone of a number; -1 if it is none of these. */
    int phone(String number) {
        if (!number.startsWith(PREFIX)) {
            return -1;
        }
        int phone = Integer.parseInt(number, PREFIX.length(), number.length(), 10) - first;
        return phone >= 0 && phone < phones() ? phone : -1;
    }

    /** The group of a phone. */
    int group(int phone) {
        return phone / members;
    }

    /** A nickname: letters only, another for each member of a group. */
    public String nickname(int phone) {
        int place = phone % members;
        return "Mem" + (char) ('a' + place / 20 % 20) + (char) ('a' + place % 20);
    }

    /** The phone that writes as the {@code turn}-th: one group after the other, so that all are busy. */
    int writer(int turn) {
        int of = turn % phones();
        return of % groups * members + of / groups;
    }
}
