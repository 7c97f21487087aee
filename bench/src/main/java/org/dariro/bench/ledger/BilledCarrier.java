package org.dariro.bench.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.dariro.gateways.api.Batch;
import org.dariro.gateways.api.Capabilities;
import org.dariro.gateways.api.Charge;
import org.dariro.gateways.api.Charging;
import org.dariro.gateways.api.DeliveryReport;
import org.dariro.gateways.api.Gateway;
import org.dariro.gateways.api.LookUp;
import org.dariro.gateways.api.Money;
import org.dariro.gateways.api.Outcome;
import org.dariro.gateways.api.Recipient;
import org.dariro.gateways.api.Sent;

/**
 * A carrier that bills: it refuses some texts, loses some answers, tells some charges at once, some with a receipt (which may
 * come before the answer, and twice), some when it is asked, corrects some, and keeps books of its own.
 */
final class BilledCarrier implements Gateway {
    static final String KIND = "billed";
    private static final int SEGMENT = 160;
    private static final int JOINED = 153;

    /** What a segment costs by the fifth to seventh digit of a number; the third is not in our price table. */
    private static final Map<Integer, String> PRICES = Map.of(0, "0.0477", 1, "0.1148", 2, "0.0195");

    private final String account;
    private final Random random;
    private final Map<String, Message> messages = new LinkedHashMap<>();
    private Consumer<List<DeliveryReport>> early = reports -> {};

    BilledCarrier(String account, long seed) {
        this.account = account;
        random = new Random(seed);
    }

    /** A text that it took. */
    static final class Message {
        private final String id;
        private final String reference;
        private final int segments;
        private BigDecimal amount;
        private String currency = "USD";

        private Message(String id, String reference, int segments, BigDecimal amount) {
            this.id = id;
            this.reference = reference;
            this.segments = segments;
            this.amount = amount;
        }

        String id() {
            return id;
        }

        int segments() {
            return segments;
        }

        BigDecimal amount() {
            return amount;
        }

        String currency() {
            return currency;
        }

        private Charge charge() {
            return new Charge(new Money(amount, currency), Optional.of(segments));
        }
    }

    /** Who hears of receipts that come before the answer. */
    void early(Consumer<List<DeliveryReport>> listener) {
        early = listener;
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(50, true, 6, true, true, false, Charging.ON_REQUEST, 1);
    }

    @Override
    public RoutesBuilder routes() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                // nothing comes in by routes
            }
        };
    }

    @Override
    public synchronized List<Outcome> send(Batch batch) {
        return batch.recipients().stream()
                .map(recipient -> send(batch.text(), recipient))
                .toList();
    }

    private Outcome send(String text, Recipient recipient) {
        int chance = random.nextInt(1000);
        if (chance < 15) {
            return new Outcome.Refused("NOT-NOW");
        } else if (chance < 20) {
            return new Outcome.Throttled("SLOWER", Duration.ofSeconds(5));
        } else if (chance < 25) {
            return new Outcome.Unknown("LOST"); // and never taken
        }
        Message message = take(text, recipient);
        if (chance < 35) {
            return new Outcome.Unknown("LOST-AFTER");
        } else if (chance < 60) {
            early.accept(List.of(report(message, true)));
        }
        boolean tells = random.nextInt(10) < 6;
        return new Outcome.Accepted(List.of(message.id), tells ? Optional.of(message.charge()) : Optional.empty());
    }

    private Message take(String text, Recipient recipient) {
        int length = text.length();
        int segments = length <= SEGMENT ? 1 : (length + JOINED - 1) / JOINED;
        int network = recipient.number().digits().charAt(5) - '0';
        BigDecimal price = new BigDecimal(PRICES.getOrDefault(network, "0.05"));
        if (random.nextInt(100) < 3) {
            price = price.add(new BigDecimal("0.000333")); // a price that our table does not know
        }
        Message message = new Message(
                "c" + messages.size(), recipient.reference(), segments, price.multiply(BigDecimal.valueOf(segments)));
        messages.put(message.id, message);
        return message;
    }

    private DeliveryReport report(Message message, boolean charged) {
        return new DeliveryReport(
                account,
                message.id,
                Optional.empty(),
                random.nextInt(50) == 0 ? DeliveryReport.Status.FAILED : DeliveryReport.Status.DELIVERED,
                Optional.empty(),
                charged ? Optional.of(message.charge()) : Optional.empty());
    }

    @Override
    public synchronized Optional<LookUp> lookUp(Sent sent, Predicate<String> isAnothers) {
        return Optional.of(messages.values().stream()
                .filter(message -> sent.ids().contains(message.id)
                        || (sent.ids().isEmpty()
                                && message.reference.equals(sent.recipient().reference())))
                .findFirst()
                .<LookUp>map(message -> new LookUp.Found(report(message, true)))
                .orElseGet(LookUp.NotFound::new));
    }

    /** Receipts of all texts, some with the charge, some twice, in no order. */
    synchronized List<DeliveryReport> receipts() {
        List<DeliveryReport> reports = new ArrayList<>();
        for (Message message : messages.values()) {
            reports.add(report(message, random.nextInt(4) == 0));
            if (random.nextInt(20) == 0) {
                reports.add(report(message, true));
            }
        }
        Collections.shuffle(reports, random);
        return reports;
    }

    /** Changes what some texts cost: other amounts, nothing at all, another currency. Some are told twice. */
    synchronized List<DeliveryReport> corrections() {
        List<DeliveryReport> reports = new ArrayList<>();
        for (Message message : messages.values()) {
            int chance = random.nextInt(1000);
            if (chance < 30) {
                message.amount = message.amount.add(new BigDecimal("0.0001"));
            } else if (chance < 40) {
                message.amount = BigDecimal.ZERO;
            } else if (chance < 50) {
                message.amount = message.amount.multiply(new BigDecimal("18.5")).setScale(6, RoundingMode.HALF_EVEN);
                message.currency = "ZAR";
            } else {
                continue;
            }
            reports.add(report(message, true));
            if (chance % 2 == 0) {
                reports.add(report(message, true));
            }
        }
        Collections.shuffle(reports, random);
        return reports;
    }

    /** All texts that it bills. */
    synchronized List<Message> bill() {
        return List.copyOf(messages.values());
    }

    /** What it bills, by currency. */
    synchronized Map<String, BigDecimal> total() {
        Map<String, BigDecimal> total = new TreeMap<>();
        messages.values().forEach(message -> total.merge(message.currency, message.amount, BigDecimal::add));
        return total;
    }
}
