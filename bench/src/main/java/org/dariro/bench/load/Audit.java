package org.dariro.bench.load;

import java.util.Arrays;
import java.util.BitSet;
import org.dariro.bench.Figure;

/**
 * What is wrong with what the phones got.
 *
 * @param acknowledged texts that the service answered with 200
 * @param lost copies of acknowledged texts that did not come
 * @param duplicated copies that came once more, or to somebody who should not get them
 * @param outOfOrder copies after one that was written later by the same person, or in another order than another phone of
 *     the group got them in
 */
public record Audit(int acknowledged, long lost, long duplicated, long outOfOrder) {

    /** Adds what it found to a line of figures. */
    public Figure addTo(Figure figure) {
        return figure.with("acknowledged", acknowledged)
                .with("lost", lost)
                .with("duplicated", duplicated)
                .with("out_of_order", outOfOrder);
    }

    /** Looks at every copy on every phone. */
    public static Audit of(Ledger ledger) {
        Crowd crowd = ledger.crowd();
        int size = ledger.size();
        int acknowledged = 0;
        int[][] byGroup = posts(ledger);
        for (int number = 0; number < size; number++) {
            acknowledged += ledger.isAnswered(number) ? 1 : 0;
        }
        long lost = 0;
        long duplicated = 0;
        long outOfOrder = 0;
        int[] rank = new int[size];
        for (int phone = 0; phone < crowd.phones(); phone++) {
            int[] inbox = ledger.inbox(phone);
            BitSet got = new BitSet(size);
            for (int number : inbox) {
                boolean expected = number < size
                        && crowd.group(ledger.sender(number)) == crowd.group(phone)
                        && ledger.sender(number) != phone;
                if (!expected || got.get(number)) {
                    duplicated++;
                }
                got.set(number);
            }
            for (int number : byGroup[crowd.group(phone)]) {
                if (ledger.sender(number) != phone && ledger.isAnswered(number) && !got.get(number)) {
                    lost++;
                }
            }
            outOfOrder += bySender(ledger, inbox) + unlikeFirst(ledger, phone, inbox, rank);
        }
        return new Audit(acknowledged, lost, duplicated, outOfOrder);
    }

    private static int[][] posts(Ledger ledger) {
        int[][] posts = new int[ledger.crowd().groups()][];
        int[] counts = new int[posts.length];
        for (int pass = 0; pass < 2; pass++) {
            for (int number = 0; number < ledger.size(); number++) {
                int group = ledger.crowd().group(ledger.sender(number));
                if (pass == 1) {
                    posts[group][counts[group]] = number;
                }
                counts[group]++;
            }
            for (int group = 0; group < posts.length && pass == 0; group++) {
                posts[group] = new int[counts[group]];
                counts[group] = 0;
            }
        }
        return posts;
    }

    /** A person writes the next text after the answer to the one before, so their numbers must rise. */
    private static long bySender(Ledger ledger, int[] inbox) {
        int members = ledger.crowd().members();
        int[] latest = new int[members];
        Arrays.fill(latest, -1);
        long wrong = 0;
        for (int number : inbox) {
            int place = number < ledger.size() ? ledger.sender(number) % members : 0;
            wrong += number < latest[place] ? 1 : 0;
            latest[place] = Math.max(latest[place], number);
        }
        return wrong;
    }

    /** What both got must be in the same order as on the group's first phone. */
    private static long unlikeFirst(Ledger ledger, int phone, int[] inbox, int[] rank) {
        int members = ledger.crowd().members();
        if (phone % members == 0) {
            for (int i = 0; i < inbox.length; i++) {
                if (inbox[i] < rank.length) {
                    rank[inbox[i]] = i + 1;
                }
            }
            return 0;
        }
        int latest = 0;
        long wrong = 0;
        for (int number : inbox) {
            int at = number < rank.length ? rank[number] : 0;
            wrong += at != 0 && at < latest ? 1 : 0;
            latest = Math.max(latest, at);
        }
        return wrong;
    }

    /** Whether nothing is wrong. */
    public boolean clean() {
        return lost == 0 && duplicated == 0 && outOfOrder == 0;
    }
}
