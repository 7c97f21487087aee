package org.dariro.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dariro.gateways.api.DeliveryReport.Status;
import org.dariro.gateways.api.UssdReply;
import org.dariro.gateways.testkit.FakeCarrier;

/** A service whose phones are at a fake carrier, behind the real wire. */
final class WireStage extends ServiceStage {
    private static final long PATIENCE_MS = 20_000;
    private final Wire wire;
    private int seen;

    WireStage(Wire wire) {
        super(Parts.of(wire.dariro), wire.clock);
        this.wire = wire;
    }

    @Override
    void clearPhones() {
        seen = wire.carrier.taken().size();
    }

    @Override
    public void text(Sent text) {
        if (!wire.carrier.text(text.id(), text.from(), text.to(), text.text())) {
            throw new IllegalArgumentException("the service did not take it");
        }
        wire.dariro.runDue();
    }

    @Override
    public UssdReply dial(String session, String phone, String code, String typed) {
        throw new UnsupportedOperationException("texts only");
    }

    @Override
    public void carrier(String line, Map<String, Object> conditions) {
        if (!conditions.isEmpty()) {
            throw new UnsupportedOperationException("this carrier is always fair");
        }
    }

    /** Reports on every part of the last text for a phone, and waits until the service knows. */
    @Override
    public void report(String phone, String status, String cost) {
        FakeCarrier.Taken last = wire.carrier.taken().stream()
                .filter(taken -> taken.to().e164().equals(phone))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalArgumentException("nothing was sent to " + phone));
        last.ids().forEach(id -> wire.carrier.report(id, Status.valueOf(status.toUpperCase(Locale.ROOT))));
        long end = System.nanoTime() + PATIENCE_MS * 1_000_000;
        while (!standing(phone).equals(status) && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    @Override
    public List<Received> received() {
        List<FakeCarrier.Taken> all = wire.carrier.taken();
        List<Received> fresh = new ArrayList<>();
        all.subList(seen, all.size())
                .forEach(taken -> fresh.add(new Received(taken.to().e164(), LINE, taken.text())));
        seen = all.size();
        return fresh;
    }

    @Override
    public void close() {
        wire.close();
    }
}
