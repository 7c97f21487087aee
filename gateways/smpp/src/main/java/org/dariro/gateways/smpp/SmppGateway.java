package org.dariro.gateways.smpp;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.camel.RoutesBuilder;
import org.dariro.gateways.api.Batch;
import org.dariro.gateways.api.Capabilities;
import org.dariro.gateways.api.Charging;
import org.dariro.gateways.api.Connection;
import org.dariro.gateways.api.DeliveryReport;
import org.dariro.gateways.api.Gateway;
import org.dariro.gateways.api.GatewayAccount;
import org.dariro.gateways.api.LookUp;
import org.dariro.gateways.api.Outcome;
import org.dariro.gateways.api.Sent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An account at an SMSC. Its binds are opened when its routes run, and stay up or are mended until it is closed. */
final class SmppGateway implements Gateway {
    private static final Logger LOG = LoggerFactory.getLogger(SmppGateway.class);
    private final GatewayAccount account;
    private final SmppSettings settings;
    private final Capabilities capabilities;
    private final Binds binds;
    private final Sending sending;
    private final Querying querying;
    private final SmppRoutes routes;
    private final Repeats repeats;
    private final Dialling dialling;
    private final ExecutorService lateWork;

    @SuppressWarnings("this-escape") // binds ask for sessions only once the routes run
    SmppGateway(GatewayAccount account) {
        this.account = account;
        settings = SmppSettings.of(account);
        capabilities = new Capabilities(
                1,
                true,
                settings.maxSegments(),
                true,
                true,
                false,
                Charging.NOT_TOLD,
                settings.binds() * settings.window(),
                settings.splitting() == Splitting.UDH16 ? 16 : 8,
                settings.tables());
        dialling = new Dialling(settings);
        repeats = new Repeats(account.clock());
        binds = new Binds(account, settings, bind -> session());
        sending = new Sending(settings, binds, (int) account.clock().millis());
        querying = new Querying(account.id(), settings, binds);
        routes = new SmppRoutes(account.id(), new Reading(account.id(), settings), binds::open);
        lateWork = new ThreadPoolExecutor(0, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
            Thread thread = new Thread(work, "smpp-" + account.id() + "-late");
            thread.setDaemon(true);
            return thread;
        });
    }

    private Session session() {
        Receiving receiving = new Receiving(repeats, routes::take);
        LateAnswers late = new LateAnswers((reference, id) -> lateWork.execute(() -> found(reference, id)));
        Session session = new Session(settings, dialling, late, receiving);
        session.addSessionStateListener((now, before, source) -> {
            if (before.isBound() && !now.isBound()) {
                receiving.ended();
            }
        });
        return session;
    }

    /** A message that was believed to be lost has been taken. */
    private void found(String reference, String id) {
        try {
            routes.take(new DeliveryReport(
                    account.id(),
                    settings.ids().answered(id),
                    Optional.of(reference),
                    DeliveryReport.Status.ON_ITS_WAY,
                    Optional.empty(),
                    Optional.empty()));
        } catch (RuntimeException e) {
            LOG.warn("A late answer at account {} could not be stored", account.id());
        }
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
        return batch.recipients().stream()
                .map(recipient -> sending.send(batch, recipient))
                .toList();
    }

    @Override
    public Optional<LookUp> lookUp(Sent sent, Predicate<String> isAnothers) {
        return settings.query() ? querying.lookUp(sent) : Optional.empty();
    }

    @Override
    public Optional<Connection> connection() {
        return Optional.of(binds.connection());
    }

    @Override
    public void close() {
        binds.close();
        lateWork.shutdown();
    }
}
