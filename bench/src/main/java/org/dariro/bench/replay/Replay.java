package org.dariro.bench.replay;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dariro.Dariro;
import org.dariro.gateways.api.HttpCall;
import org.dariro.gateways.api.InboundSms;
import org.dariro.gateways.api.Inlet;
import org.dariro.gateways.simulator.Delivered;
import org.dariro.gateways.simulator.SimulatorGateway;
import org.dariro.platform.Settings;
import org.dariro.platform.Vault;
import org.dariro.platform.Work;
import org.dariro.safeguarding.Safeguard;
import org.dariro.spend.Segments;

/**
 * One trace under one policy, through the whole service: front door, screening, log, packing, dispatch, simulator. The
 * clock moves from event to event, so that a fortnight takes seconds. Every line is a post of its author; what screening
 * holds, a scripted mentor releases at once.
 */
final class Replay implements AutoCloseable {
    private static final String ACCOUNT = "sim";
    private static final Instant BEGIN = Instant.parse("2026-01-05T00:00:00Z");
    private final Trace trace;
    private final Policy policy;
    private final SimulatedClock clock = new SimulatedClock(BEGIN);
    private final Dariro dariro;
    private final Circles circles;
    private final List<Arrived> arrived = new ArrayList<>();
    private int held;

    Replay(Trace trace, Policy policy) {
        this.trace = trace;
        this.policy = policy;
        dariro = new Dariro(
                Settings.of(Map.of(
                        "DARIRO_DB_URL", "jdbc:h2:mem:" + UUID.randomUUID(),
                        "DARIRO_ACCOUNTS", ACCOUNT,
                        "DARIRO_ACCOUNT_SIM_KEEP", "1",
                        "DARIRO_FLOOD_TEXTS", "1000000",
                        "DARIRO_LOOP_TEXTS", "1000000")),
                Vault.inMemory(),
                clock,
                Work.inline(),
                true);
        dariro.start();
        dariro.camel.send("direct:gateways/" + ACCOUNT + "/conditions", noReceipts());
        ((SimulatorGateway) dariro.accounts.get(ACCOUNT).gateway())
                .listener(delivered -> arrived.add(new Arrived(millis(), delivered)));
        circles = Circles.enrol(dariro, ACCOUNT, trace, policy);
    }

    /** A text on a phone, and when it came there. */
    private record Arrived(long millis, Delivered delivered) {}

    private static HttpCall noReceipts() {
        return new HttpCall(
                "PUT", "", "", Map.of(), "{\"receipts\": false}".getBytes(StandardCharsets.UTF_8), "127.0.0.1");
    }

    private long millis() {
        return clock.millis() - BEGIN.toEpochMilli();
    }

    /** Feeds the whole trace, and waits until the last bundle is out. */
    Replayed run() {
        int id = 0;
        for (Trace.Line line : trace.lines()) {
            Instant at = BEGIN.plusMillis(line.millis());
            runUntil(at);
            clock.moveTo(at);
            dariro.camel.send(
                    Inlet.SMS,
                    new InboundSms(
                            ACCOUNT,
                            "t" + id++,
                            circles.number(line.group(), line.sender()),
                            Circles.LINE,
                            line.text()));
            releaseHeld();
            dariro.runDue();
        }
        runUntil(Instant.MAX);
        return new Replayed(policy, mts(), circles.posted(dariro, trace), held);
    }

    private void runUntil(Instant limit) {
        Optional<Instant> next = dariro.due.next();
        while (next.isPresent() && !next.get().isAfter(limit)) {
            clock.moveTo(next.get());
            dariro.runDue();
            next = dariro.due.next();
        }
    }

    private void releaseHeld() {
        List<Safeguard.HeldPost> waiting = dariro.database.inTransaction(dariro.safeguard::waiting);
        for (Safeguard.HeldPost post : waiting) {
            dariro.database.useTransaction(tx -> dariro.safeguard.release(tx, post, "replay", "replay"));
            held++;
        }
    }

    private List<Mt> mts() {
        Map<Long, ParcelRecord> parcels = new HashMap<>();
        ParcelRecord.all(dariro.database).forEach(parcel -> parcels.put(parcel.id(), parcel));
        List<Mt> mts = new ArrayList<>(arrived.size());
        for (Arrived one : arrived) {
            Delivered text = one.delivered();
            Circles.Phone phone = circles.phone(text.to());
            ParcelRecord parcel = parcels.get(Long.valueOf(text.reference()));
            if (parcel == null) {
                throw new IllegalStateException("A text has no parcel");
            }
            mts.add(new Mt(
                    phone.group(),
                    one.millis(),
                    phone.place(),
                    text.text(),
                    Segments.of(text.text()).count(),
                    parcel.kind().equals("GROUP"),
                    parcel.firstSeq(),
                    parcel.lastSeq()));
        }
        return mts;
    }

    @Override
    public void close() {
        dariro.close();
    }
}
