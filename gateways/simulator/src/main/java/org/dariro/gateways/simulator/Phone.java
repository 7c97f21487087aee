package org.dariro.gateways.simulator;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.dariro.gateways.api.Msisdn;

/** One phone: its newest messages, and who is waiting for the next. Its own lock guards it; there is no common one. */
final class Phone {
    private final Msisdn msisdn;
    private final int keep;
    private final ArrayDeque<PhoneMessage> messages = new ArrayDeque<>(4);
    private final Set<CountDownLatch> waiting = ConcurrentHashMap.newKeySet(1);
    private long received;
    private boolean complete = true;
    private volatile boolean retired;

    Phone(Msisdn msisdn, int keep) {
        this.msisdn = msisdn;
        this.keep = keep;
    }

    Msisdn msisdn() {
        return msisdn;
    }

    /**
     * Takes a message and gives it its number. The number is drawn inside the lock, so that whoever knows a higher number
     * and then looks here sees this message.
     */
    PhoneMessage take(AtomicLong numbers, String from, String text, long at, String reference, boolean lost) {
        PhoneMessage message;
        synchronized (this) {
            message = new PhoneMessage(numbers.incrementAndGet(), from, text, at, reference, lost);
            if (messages.size() == keep) {
                messages.removeFirst();
                complete = false;
            }
            messages.addLast(message);
            received += lost ? 0 : 1;
        }
        if (!lost) {
            waiting.forEach(CountDownLatch::countDown);
        }
        return message;
    }

    /** What the phone shows with numbers over {@code after} and up to {@code upTo}, oldest first. */
    synchronized List<PhoneMessage> shown(long after, long upTo) {
        if (messages.isEmpty() || messages.getLast().number() <= after) {
            return List.of();
        }
        return messages.stream()
                .filter(message -> !message.lost() && message.number() > after && message.number() <= upTo)
                .toList();
    }

    /** The newest message with this reference, lost ones too. */
    synchronized Optional<PhoneMessage> byReference(String reference) {
        for (var newest = messages.descendingIterator(); newest.hasNext(); ) {
            PhoneMessage message = newest.next();
            if (message.reference().equals(reference)) {
                return Optional.of(message);
            }
        }
        return Optional.empty();
    }

    /** Whether it still has everything that was ever taken for it. */
    synchronized boolean complete() {
        return complete;
    }

    /** How many messages it ever showed. */
    synchronized long received() {
        return received;
    }

    /** Wakes all who wait here: this phone is no more. */
    void retire() {
        retired = true;
        waiting.forEach(CountDownLatch::countDown);
    }

    /** Counts the latch down at the next message. */
    void watch(CountDownLatch latch) {
        waiting.add(latch);
        if (retired) {
            latch.countDown();
        }
    }

    void unwatch(CountDownLatch latch) {
        waiting.remove(latch);
    }
}
