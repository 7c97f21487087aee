package org.dariro.gateways.simulator;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.camel.RoutesBuilder;
import org.dariro.gateways.api.Batch;
import org.dariro.gateways.api.Capabilities;
import org.dariro.gateways.api.Charging;
import org.dariro.gateways.api.Gateway;
import org.dariro.gateways.api.GatewayAccount;
import org.dariro.gateways.api.LookUp;
import org.dariro.gateways.api.Outcome;
import org.dariro.gateways.api.Sent;

/**
 * A carrier for trying, testing and measuring. By default its phones live in memory, for as long as the process does;
 * with {@code BASE_URL} it is a plain HTTP carrier. It checks no caller: it is not for the open internet.
 */
public final class SimulatorGateway implements Gateway {
    private final Capabilities capabilities;
    private final MemoryCarrier memory;
    private final Carrier carrier;
    private final Receipts receipts;
    private final Weather weather;
    private final SimulatorRoutes routes;

    SimulatorGateway(GatewayAccount account) {
        SimulatorSettings settings = SimulatorSettings.of(account);
        String run = Long.toString(account.clock().millis(), Character.MAX_RADIX);
        Phones phones = new Phones(settings.keep(), settings.maxPhones());
        capabilities = new Capabilities(
                settings.maxRecipients(),
                true,
                settings.maxSegments(),
                true,
                true,
                true,
                Charging.NOT_TOLD,
                settings.connections());
        receipts = new Receipts(account.id());
        weather = new Weather(settings.seed());
        memory = new MemoryCarrier(
                account.id(), run, settings.maxSegments(), phones, weather, receipts, account.clock());
        carrier = settings.baseUrl()
                .<Carrier>map(url -> new RemoteCarrier(account.id(), url, settings))
                .orElse(memory);
        routes = new SimulatorRoutes(
                account,
                run,
                new PhonesPage(phones, memory::id, memory::requests),
                new InboxPage(phones, run, memory::id),
                new SetupPage(account.id(), settings),
                weather,
                receipts);
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    @Override
    public RoutesBuilder routes() {
        return routes;
    }

    @Override
    public List<Outcome> send(Batch batch) {
        return carrier.send(batch);
    }

    @Override
    public Optional<LookUp> lookUp(Sent sent, Predicate<String> isAnothers) {
        return carrier.lookUp(sent.recipient());
    }

    /**
     * Calls the listener for every text that reaches a phone in memory, on the sending thread and before the answer to
     * {@link #send}; for tests and benches in the same process.
     */
    public void listener(Consumer<Delivered> listener) {
        memory.listener(listener);
    }

    /** How many requests to send came so far. */
    long requests() {
        return memory.requests();
    }

    /** Sets the conditions, as {@code PUT conditions} does. */
    void set(Conditions conditions) {
        weather.set(conditions);
    }

    @Override
    public void close() {
        receipts.close();
        carrier.close();
    }
}
