package org.dariro.bench.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.LongAdder;

/** Every text of a load: when it was handed to the service, when it was answered, and which phones got it when. */
public final class Ledger {
    /** More texts than a run sends. */
    private static final int MOST = 4_000_000;

    private final Crowd crowd;
    private final AtomicInteger numbers = new AtomicInteger();
    private final int[] senders = new int[MOST];
    private final long[] sentAt = new long[MOST];
    private final long[] answeredAt = new long[MOST];
    private final long[] completeAt = new long[MOST];
    private final AtomicIntegerArray copies = new AtomicIntegerArray(MOST);
    private final AtomicInteger complete = new AtomicInteger();
    private final LongAdder parcels = new LongAdder();
    private final LongAdder requests = new LongAdder();
    private final List<Inbox> inboxes = new ArrayList<>();
    private volatile long lastArrival = System.nanoTime();

    /** What one phone got, in order. */
    private static final class Inbox {
        private int[] posts = new int[64];
        private int size;

        synchronized void add(int[] numbers, int count) {
            if (size + count > posts.length) {
                posts = Arrays.copyOf(posts, Math.max(posts.length * 2, size + count));
            }
            System.arraycopy(numbers, 0, posts, size, count);
            size += count;
        }

        synchronized int[] all() {
            return Arrays.copyOf(posts, size);
        }
    }

    /** An empty ledger. */
    public Ledger(Crowd crowd) {
        this.crowd = crowd;
        for (int phone = 0; phone < crowd.phones(); phone++) {
            inboxes.add(new Inbox());
        }
    }

    /** The next text, from a phone. */
    int next(int sender) {
        int number = numbers.getAndIncrement();
        senders[number] = sender;
        return number;
    }

    /** How many texts there are. */
    public int size() {
        return numbers.get();
    }

    void sent(int number, long nanos) {
        sentAt[number] = nanos;
    }

    void answered(int number, long nanos) {
        answeredAt[number] = nanos;
    }

    boolean isAnswered(int number) {
        return answeredAt[number] != 0;
    }

    /** Texts that have reached every other phone of their group. */
    public int complete() {
        return complete.get();
    }

    /** A request with some recipients came to the carrier. */
    void request(int recipients) {
        requests.increment();
        parcels.add(recipients);
    }

    /** Parcels that the carrier took. */
    public long parcels() {
        return parcels.sum();
    }

    long requests() {
        return requests.sum();
    }

    /** The first {@code count} of {@code posts} reached a phone. */
    void arrived(int phone, int[] posts, int count) {
        long now = System.nanoTime();
        lastArrival = now;
        inboxes.get(phone).add(posts, count);
        for (int i = 0; i < count; i++) {
            if (posts[i] < MOST && copies.incrementAndGet(posts[i]) == crowd.members() - 1) {
                completeAt[posts[i]] = now;
                complete.incrementAndGet();
            }
        }
    }

    /** When a phone last got something. */
    long lastArrival() {
        return lastArrival;
    }

    /** From the call to the answer, in milliseconds, ascending: the texts from {@code first} on. */
    double[] answers(int first) {
        return millis(first, answeredAt);
    }

    /** From the call to the last copy at the carrier, in milliseconds, ascending. */
    double[] deliveries(int first) {
        return millis(first, completeAt);
    }

    private double[] millis(int first, long[] end) {
        double[] millis = new double[size() - first];
        int count = 0;
        for (int number = first; number < size(); number++) {
            if (end[number] != 0) {
                millis[count++] = (end[number] - sentAt[number]) / 1e6;
            }
        }
        double[] sorted = Arrays.copyOf(millis, count);
        Arrays.sort(sorted);
        return sorted;
    }

    /** When the last copy of the texts before {@code end} came. */
    long completedAt(int first, int end) {
        long last = 0;
        for (int number = first; number < end; number++) {
            last = Math.max(last, completeAt[number]);
        }
        return last;
    }

    /** The writer of a text. */
    int sender(int number) {
        return senders[number];
    }

    /** What a phone got, in order. */
    int[] inbox(int phone) {
        return inboxes.get(phone).all();
    }

    /** The phones. */
    public Crowd crowd() {
        return crowd;
    }
}
