package org.dariro;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.dariro.console.signin.SignInSettings;
import org.dariro.conversation.ConversationSettings;
import org.dariro.conversation.Keywords;
import org.dariro.gateway.Accounts;
import org.dariro.gateway.Networks;
import org.dariro.platform.CamelRuntime;
import org.dariro.platform.Database;
import org.dariro.platform.Messages;
import org.dariro.platform.Metrics;
import org.dariro.platform.Settings;
import org.dariro.platform.Templates;
import org.dariro.platform.Vault;
import org.dariro.platform.Work;
import org.dariro.safeguarding.CrisisContacts;
import org.dariro.safeguarding.SafeguardSettings;
import org.dariro.safeguarding.escalation.EscalationSettings;
import org.dariro.safeguarding.opinion.StatisticalOpinion;
import org.dariro.safeguarding.protocol.Protocols;
import org.dariro.safeguarding.screening.CurrentScreening;
import org.dariro.safeguarding.screening.Masking;
import org.dariro.safeguarding.screening.Screening;
import org.dariro.safeguarding.screening.SecondOpinion;
import org.dariro.safeguarding.screening.SpokenLanguages;
import org.eclipse.microprofile.config.Config;

/** What CDI cannot make from a constructor alone: the parts that are opened from settings. */
@ApplicationScoped
public class Wiring {
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
    Networks networks(Templates templates) {
        return Networks.load(templates);
    }

    @Produces
    @Dependent
    SignInSettings signInSettings(Settings settings) {
        return SignInSettings.of(settings);
    }

    @Produces
    @Singleton
    Protocols protocols(Templates templates) {
        return Protocols.load(templates);
    }

    @Produces
    @Singleton
    SafeguardSettings safeguardSettings(Settings settings) {
        return SafeguardSettings.of(settings);
    }

    @Produces
    @Singleton
    CrisisContacts crisisContacts(Templates templates) {
        return CrisisContacts.load(templates);
    }

    @Produces
    @Singleton
    CurrentScreening screening(Templates templates) {
        return new CurrentScreening(Screening.shipped(SpokenLanguages.load(templates)));
    }

    @Produces
    @Singleton
    SecondOpinion secondOpinion(Settings settings) {
        return StatisticalOpinion.of(settings);
    }

    @Produces
    @Dependent
    Masking masking() {
        return Masking.ENGLISH;
    }

    @Produces
    @Singleton
    EscalationSettings escalationSettings(Settings settings) {
        return EscalationSettings.of(settings);
    }

    @Produces
    @Dependent
    ConversationSettings conversationSettings(Settings settings) {
        return ConversationSettings.of(settings);
    }
}
