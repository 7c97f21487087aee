package org.dariro;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.apache.camel.builder.RouteBuilder;
import org.dariro.console.signin.FirstAdministrator;
import org.dariro.console.token.ApiTokens;
import org.dariro.gateway.Account;
import org.dariro.gateway.Accounts;
import org.dariro.platform.Faults;
import org.dariro.platform.Settings;
import org.dariro.platform.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the service when the application is deployed, and stops it. What stops the start is told in one sentence, and the
 * process ends, where it was started by {@code deploy/run}: Payara itself would go on without an application.
 */
@ApplicationScoped
public class Start {
    private static final Logger LOG = LoggerFactory.getLogger(Start.class);

    @Inject
    @SuppressWarnings("NullAway.Init")
    Instance<Lifecycle> lifecycle;

    @Inject
    @Any
    @SuppressWarnings("NullAway.Init")
    Instance<RouteBuilder> routes;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Instance<Accounts> accounts;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Instance<Demo> demo;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Instance<ApiTokens> tokens;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Instance<FirstAdministrator> administrator;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Settings settings;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Work work;

    @Resource
    @SuppressWarnings("NullAway.Init")
    ManagedThreadFactory threads;

    void start(@Observes @Initialized(ApplicationScoped.class) Object event) throws Exception {
        try {
            start();
        } catch (Exception e) {
            failed(e);
            throw e;
        }
    }

    private void start() throws Exception {
        List<RouteBuilder> own = routes.stream().toList();
        lifecycle.get().start(own);
        if (work.isThreaded()) {
            Thread deployer = Thread.currentThread();
            threads.newThread(() -> drive(deployer)).start();
        } else {
            lifecycle.get().drive();
        }
        Optional<Account> simulator = accounts.get().all().stream()
                .filter(account -> account.kind().equals("simulator"))
                .findFirst();
        if (settings.flag("DARIRO_DEMO", false) && simulator.isPresent()) {
            demo.get().seed(simulator.get().id());
        }
        if (tokens.get().first().isPresent()) {
            LOG.info("The first API token stands in {}", settings.home().resolve("api-token"));
        }
        Optional<FirstAdministrator.FirstSignIn> first = administrator.get().make();
        String address = "http://localhost:" + settings.number("DARIRO_HTTP_PORT", 8080, 1, 65_535);
        LOG.info("Dariro is up at {}", address);
        first.ifPresent(one -> LOG.info(
                "First sign-in: {}/console as {} with {}",
                address,
                one.email(),
                one.password().map(made -> "the password " + made).orElse("the password in DARIRO_ADMIN_PASSWORD")));
        if (simulator.isPresent()) {
            LOG.info("Phones to try it with: {}/simulator", address);
        }
    }

    private void drive(Thread deployer) {
        try {
            Deployment.await(deployer);
            if (settings.flag("DARIRO_EXIT_ON_FAILURE", false)) {
                String host = settings.text("DARIRO_HTTP_HOST")
                        .filter(name -> !name.equals("0.0.0.0"))
                        .orElse("localhost");
                Deployment.awaitListener(host, settings.number("DARIRO_HTTP_PORT", 8080, 1, 65_535));
            }
            lifecycle.get().drive();
        } catch (InterruptedException e) {
            LOG.info("Stopped before it was up");
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    private void failed(Exception e) {
        LOG.error("Dariro did not start: {}", reason(e));
        if (settings.flag("DARIRO_EXIT_ON_FAILURE", false)) {
            Runtime.getRuntime().halt(1);
        }
    }

    /** Our own sentences name a setting and never its value; of any other fault only the kind is told. */
    private static String reason(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            boolean ours = cause.getStackTrace().length > 0
                    && cause.getStackTrace()[0].getClassName().startsWith("org.dariro.");
            if (ours && cause.getMessage() != null) {
                return cause.getMessage();
            }
        }
        return Faults.describe(fault);
    }

    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event) {
        lifecycle.get().stop();
    }
}
