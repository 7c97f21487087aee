package org.dariro;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.apache.camel.builder.RouteBuilder;
import org.dariro.conversation.ConversationSettings;
import org.dariro.conversation.Keywords;
import org.dariro.gateway.Account;
import org.dariro.gateway.Accounts;
import org.dariro.platform.CamelRuntime;
import org.dariro.platform.Database;
import org.dariro.platform.Messages;
import org.dariro.platform.Metrics;
import org.dariro.platform.Settings;
import org.dariro.platform.Templates;
import org.dariro.platform.Vault;
import org.dariro.platform.Work;
import org.dariro.safeguarding.CrisisContacts;
import org.dariro.safeguarding.Lexicons;
import org.dariro.safeguarding.Masking;
import org.dariro.safeguarding.Screening;
import org.eclipse.microprofile.config.Config;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What CDI cannot make from a constructor alone: parts opened from settings, and the start and end of the service. */
@ApplicationScoped
public class Wiring {
    private static final Logger LOG = LoggerFactory.getLogger(Wiring.class);

    @Resource
    @SuppressWarnings("NullAway.Init")
    ManagedThreadFactory threads;

    @Produces
    @Singleton
    Settings settings(Config config) {
        return new Settings(name -> config.getOptionalValue(name, String.class));
    }

    @Produces
    @Singleton
    InstantSource clock() {
        return InstantSource.system();
    }

    @Produces
    @Singleton
    Database database(Settings settings) {
        return new Database(settings);
    }

    void close(@Disposes Database database) {
        database.close();
    }

    @Produces
    @Singleton
    Vault vault(Settings settings) {
        return Vault.open(settings);
    }

    @Produces
    @Singleton
    Metrics metrics() {
        return new Metrics();
    }

    @Produces
    @Singleton
    Work work() {
        return Work.threaded(threads);
    }

    @Produces
    @Singleton
    CamelRuntime camel(Metrics metrics) {
        CamelRuntime camel = new CamelRuntime(metrics);
        camel.useThreads(threads);
        return camel;
    }

    @Produces
    @Singleton
    Accounts accounts(Settings settings, InstantSource clock) {
        return Accounts.open(settings, clock);
    }

    void close(@Disposes Accounts accounts) {
        accounts.close();
    }

    @Produces
    @Singleton
    Templates templates(Settings settings) {
        return Templates.changedBy(settings.home().resolve("templates"));
    }

    @Produces
    @Singleton
    Messages messages(Templates templates) {
        return Messages.load(templates);
    }

    @Produces
    @Singleton
    Keywords keywords(Templates templates, Messages messages) {
        return Keywords.load(templates, messages);
    }

    @Produces
    @Singleton
    CrisisContacts crisisContacts(Templates templates) {
        return CrisisContacts.load(templates);
    }

    @Produces
    @Singleton
    Screening screening() {
        return new Screening(Lexicons.fromClasspath(Wiring.class.getClassLoader()));
    }

    @Produces
    @Dependent
    Masking masking() {
        return Masking.ENGLISH;
    }

    @Produces
    @Dependent
    ConversationSettings conversationSettings(Settings settings) {
        return ConversationSettings.of(settings);
    }

    /** Runs when the application is deployed: whatever fails here fails the deployment, with a sentence in the log. */
    @ApplicationScoped
    public static class Start {
        private final Lifecycle lifecycle;
        private final Work work;
        private final CamelRuntime camel;
        private final Instance<RouteBuilder> routes;
        private final Accounts accounts;
        private final Settings settings;
        private final Demo demo;

        @Inject
        @SuppressWarnings("NullAway")
        public Start(
                Lifecycle lifecycle,
                Work work,
                CamelRuntime camel,
                @Any Instance<RouteBuilder> routes,
                Accounts accounts,
                Settings settings,
                Demo demo) {
            this.lifecycle = lifecycle;
            this.work = work;
            this.camel = camel;
            this.routes = routes;
            this.accounts = accounts;
            this.settings = settings;
            this.demo = demo;
        }

        /** For CDI's proxy only. */
        @SuppressWarnings("NullAway")
        protected Start() {
            this(null, null, null, null, null, null, null);
        }

        void start(@Observes @Initialized(ApplicationScoped.class) Object event) throws Exception {
            List<RouteBuilder> own = routes.stream().toList();
            lifecycle.start(own);
            Optional<Account> simulator = accounts.all().stream()
                    .filter(account -> account.kind().equals("simulator"))
                    .findFirst();
            if (settings.flag("DARIRO_DEMO", false) && simulator.isPresent()) {
                demo.seed(simulator.get().id());
            }
            String address = "http://localhost:" + settings.number("DARIRO_HTTP_PORT", 8080, 1, 65_535);
            LOG.info("Dariro is up at {}", address);
            simulator.ifPresent(account -> LOG.info("Phones to try it with: {}/simulator", address));
        }

        @PreDestroy
        void stop() {
            work.close();
            camel.close();
        }
    }
}
