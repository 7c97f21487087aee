package org.dariro.gateways.simulator;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.dariro.gateways.api.Msisdn;

/** All phones of a simulator; they come to life with the first text to them, and the first seen goes when it is full. */
final class Phones {
    private final ConcurrentHashMap<Msisdn, Phone> phones = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Msisdn> firstSeen = new ConcurrentLinkedQueue<>();
    private final AtomicLong numbers = new AtomicLong();
    private final int keep;
    private final int most;
    private volatile boolean complete = true;

    Phones(int keep, int most) {
        this.keep = keep;
        this.most = most;
    }

    /** The phone with this number, new if need be. */
    Phone phone(Msisdn msisdn) {
        Phone known = phones.get(msisdn);
        if (known != null) {
            return known;
        }
        Phone phone = phones.computeIfAbsent(msisdn, number -> {
            firstSeen.add(number);
            return new Phone(number, keep);
        });
        boolean more = true;
        while (more && phones.size() > most) {
            more = retireFirstSeen();
        }
        return phone;
    }

    /** Takes a text for a phone. */
    PhoneMessage take(Msisdn to, String from, String text, long at, String reference, boolean lost) {
        return phone(to).take(numbers, from, text, at, reference, lost);
    }

    /** The number of the newest message. Everything up to it is seen by whoever looks at the phones afterwards. */
    long newest() {
        return numbers.get();
    }

    /** All phones, by number. */
    List<Phone> all() {
        Collection<Phone> values = phones.values();
        return values.stream()
                .sorted(Comparator.comparing(phone -> phone.msisdn().digits()))
                .toList();
    }

    /** The phone with this number, if anything ever came to it. */
    Optional<Phone> find(Msisdn msisdn) {
        return Optional.ofNullable(phones.get(msisdn));
    }

    /** What was taken for a phone under this reference. */
    Optional<PhoneMessage> byReference(Msisdn to, String reference) {
        Phone phone = phones.get(to);
        return phone == null ? Optional.empty() : phone.byReference(reference);
    }

    /** Whether everything ever taken for this phone is still known, so that what is not here was not taken. */
    boolean complete(Msisdn to) {
        Phone phone = phones.get(to);
        return phone == null ? complete : complete && phone.complete();
    }

    /** Forgets all phones and texts. */
    void forget() {
        complete = false;
        for (int left = firstSeen.size(); left > 0 && retireFirstSeen(); left--) {
            // those that come meanwhile stay
        }
    }

    /**
     * Takes the phone out that was seen first and wakes who waits at it; false when there is none. A phone leaves the map
     * only here, one at a time, so that none that was made meanwhile is dropped with somebody waiting at it.
     */
    private boolean retireFirstSeen() {
        Msisdn oldest = firstSeen.poll();
        if (oldest == null) {
            return false;
        }
        complete = false;
        Phone gone = phones.remove(oldest);
        if (gone != null) {
            gone.retire();
        }
        return true;
    }
}
