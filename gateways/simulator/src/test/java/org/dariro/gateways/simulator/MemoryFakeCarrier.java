package org.dariro.gateways.simulator;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.dariro.gateways.api.Gateway;
import org.dariro.gateways.api.LookUp;
import org.dariro.gateways.api.Msisdn;
import org.dariro.gateways.api.Recipient;
import org.dariro.gateways.api.Sent;
import org.dariro.gateways.testkit.FakeCarrier;

/** Moves the simulator's own conditions: its carrier is inside the gateway. */
final class MemoryFakeCarrier implements FakeCarrier {
    private final List<Delivered> delivered = new CopyOnWriteArrayList<>();
    private final Set<Msisdn> optedOut = new HashSet<>();
    private SimulatorGateway gateway;
    private Behaviour behaviour = Behaviour.ACCEPT;

    @Override
    public Map<String, String> settings() {
        return Map.of();
    }

    @Override
    public void serves(Gateway served) {
        gateway = (SimulatorGateway) served;
        gateway.listener(delivered::add);
    }

    @Override
    public void behave(Behaviour next) {
        behaviour = next;
        gateway.set(new Conditions(
                0,
                0,
                all(behaviour == Behaviour.THROTTLE),
                all(behaviour == Behaviour.FAIL_BEFORE_TAKING),
                all(behaviour == Behaviour.REFUSE),
                optedOut,
                all(behaviour == Behaviour.LOSE_ANSWER
                        || behaviour == Behaviour.BREAK
                        || behaviour == Behaviour.GARBAGE
                        || behaviour == Behaviour.RESET
                        || behaviour == Behaviour.SLOW),
                false,
                false,
                false,
                0));
    }

    @Override
    public void optOut(Msisdn number) {
        optedOut.add(number);
        behave(behaviour);
    }

    @Override
    public int requests() {
        return (int) gateway.requests();
    }

    @Override
    public List<Taken> taken() {
        return delivered.stream()
                .map(text -> new Taken(text.to(), text.text(), List.of(id(text)), text.reference()))
                .toList();
    }

    @Override
    public void close() {}

    private String id(Delivered text) {
        var found = gateway.lookUp(
                new Sent(
                        text.from(), text.text(), new Recipient(text.to(), text.reference()), Instant.EPOCH, List.of()),
                id -> false);
        return ((LookUp.Found) found.orElseThrow()).report().carrierId();
    }

    private static int all(boolean on) {
        return on ? 100 : 0;
    }
}
