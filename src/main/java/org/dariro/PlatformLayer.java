package org.dariro;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.RoutesBuilder;
import org.dariro.platform.AuditDao;
import org.dariro.platform.AuditLog;
import org.dariro.platform.AuditRoute;
import org.dariro.platform.CamelRuntime;
import org.dariro.platform.Database;
import org.dariro.platform.Ids;
import org.dariro.platform.Messages;
import org.dariro.platform.Metrics;
import org.dariro.platform.Nodes;
import org.dariro.platform.Settings;
import org.dariro.platform.Templates;
import org.dariro.platform.Vault;
import org.dariro.platform.Work;
import org.dariro.webhook.Addresses;
import org.dariro.webhook.CallDao;
import org.dariro.webhook.Calling;
import org.dariro.webhook.Courier;
import org.dariro.webhook.WebhookDao;
import org.dariro.webhook.WebhookRoute;
import org.dariro.webhook.Webhooks;

/** What everything stands on, wired by plain constructors: a layer of {@link Dariro}. */
@SuppressWarnings("checkstyle:VisibilityModifier")
abstract class PlatformLayer {
    final Settings settings;
    final Vault vault;
    final InstantSource clock;
    public final Work work;
    final Templates templates;
    public final Metrics metrics = new Metrics();
    final List<RoutesBuilder> routes = new ArrayList<>();
    public final Database database;
    public final Ids ids;
    public final Nodes nodes;
    public final CamelRuntime camel;
    public final Messages messages;
    public final AuditLog audit;
    public final Webhooks webhooks;
    public final Calling calling;

    PlatformLayer(Settings settings, Vault vault, InstantSource clock, Work work) {
        this.settings = settings;
        this.vault = vault;
        this.clock = clock;
        this.work = work;
        templates = settings.text("DARIRO_HOME")
                .map(home -> Templates.changedBy(settings.home().resolve("templates")))
                .orElseGet(Templates::shipped); // a test reads nothing that lies about
        database = new Database(settings);
        ids = new Ids(database);
        nodes = new Nodes(database, ids, clock, settings);
        camel = new CamelRuntime(metrics);
        messages = Messages.load(templates);
        audit = new AuditLog(database, new AuditDao(), vault, ids, clock);
        routes.add(new AuditRoute(audit));
        WebhookDao webhookDao = new WebhookDao();
        CallDao calls = new CallDao();
        Addresses addresses = new Addresses(settings);
        webhooks = new Webhooks(database, webhookDao, calls, addresses, vault, audit, ids, clock);
        calling = new Calling(database, webhookDao, calls, webhooks, new Courier(addresses, work), clock);
        routes.add(new WebhookRoute(calling));
    }
}
