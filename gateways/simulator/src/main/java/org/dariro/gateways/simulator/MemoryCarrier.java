package org.dariro.gateways.simulator;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.dariro.gateways.api.Batch;
import org.dariro.gateways.api.DeliveryReport;
import org.dariro.gateways.api.DeliveryReport.Status;
import org.dariro.gateways.api.LookUp;
import org.dariro.gateways.api.Outcome;
import org.dariro.gateways.api.Recipient;

/** Takes batches straight onto the phones of this process, as well as the conditions allow. */
final class MemoryCarrier implements Carrier {
    private final String account;
    private final String run;
    private final int maxSegments;
    private final Phones phones;
    private final Weather weather;
    private final Receipts receipts;
    private final InstantSource clock;
    private final List<Consumer<Delivered>> listeners = new CopyOnWriteArrayList<>();
    private final LongAdder requests = new LongAdder();

    /** @param run tells the ids of this run of the process from those of earlier ones */
    MemoryCarrier(
            String account,
            String run,
            int maxSegments,
            Phones phones,
            Weather weather,
            Receipts receipts,
            InstantSource clock) {
        this.account = account;
        this.run = run;
        this.maxSegments = maxSegments;
        this.phones = phones;
        this.weather = weather;
        this.receipts = receipts;
        this.clock = clock;
    }

    @Override
    public List<Outcome> send(Batch batch) {
        requests.increment();
        Conditions now = weather.conditions();
        pause(now.latencyMs());
        if (Segments.of(batch.text()) > maxSegments) {
            return all(batch, new Outcome.Refused("TOO_LONG"));
        } else if (weather.strikes(now.throttlePct())) {
            return all(batch, new Outcome.Throttled("TOO_FAST", Duration.ofSeconds(1)));
        } else if (weather.strikes(now.retryLaterPct())) {
            return all(batch, new Outcome.RetryLater("AWAY"));
        } else if (weather.strikes(now.unknownPct())) {
            if (weather.takesUnheard()) {
                take(batch, now);
            }
            return all(batch, new Outcome.Unknown("NO_ANSWER"));
        }
        return take(batch, now);
    }

    @Override
    public Optional<LookUp> lookUp(Recipient recipient) {
        Optional<PhoneMessage> taken = phones.byReference(recipient.number(), recipient.reference());
        if (taken.isPresent()) {
            return taken.map(message -> new LookUp.Found(report(message)));
        }
        return phones.complete(recipient.number()) ? Optional.of(new LookUp.NotFound()) : Optional.empty();
    }

    void listener(Consumer<Delivered> listener) {
        listeners.add(listener);
    }

    /** How many requests to send came so far. */
    long requests() {
        return requests.sum();
    }

    /** The id that the carrier gives a message. */
    String id(PhoneMessage message) {
        return run + "-" + message.number();
    }

    @Override
    public void close() {}

    private List<Outcome> take(Batch batch, Conditions now) {
        long at = clock.millis();
        List<Outcome> outcomes = new ArrayList<>(batch.recipients().size());
        for (Recipient recipient : batch.recipients()) {
            if (now.optedOut().contains(recipient.number())) {
                outcomes.add(new Outcome.OptedOut("OPTED_OUT"));
            } else if (weather.strikes(now.refusePct())) {
                outcomes.add(new Outcome.Refused("REFUSED"));
            } else {
                outcomes.add(take(batch, recipient, at, now));
            }
        }
        return outcomes;
    }

    private Outcome take(Batch batch, Recipient recipient, long at, Conditions now) {
        boolean lost = weather.strikes(now.lossPct());
        PhoneMessage message =
                phones.take(recipient.number(), batch.sender(), batch.text(), at, recipient.reference(), lost);
        if (!lost && !listeners.isEmpty()) {
            Delivered delivered =
                    new Delivered(batch.sender(), recipient.number(), batch.text(), recipient.reference());
            listeners.forEach(listener -> listener.accept(delivered));
        }
        if (now.receipts()) {
            receipts.send(report(message), now);
        }
        return new Outcome.Accepted(List.of(id(message)), Optional.empty());
    }

    private DeliveryReport report(PhoneMessage message) {
        return new DeliveryReport(
                account,
                id(message),
                Optional.of(message.reference()),
                message.lost() ? Status.FAILED : Status.DELIVERED,
                message.lost() ? Optional.of("LOST") : Optional.empty(),
                Optional.empty());
    }

    private static List<Outcome> all(Batch batch, Outcome outcome) {
        return Collections.nCopies(batch.recipients().size(), outcome);
    }

    private static void pause(int millis) {
        if (millis > 0) {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
