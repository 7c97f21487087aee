package org.dariro.webhook;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dariro.platform.AuditEntry;
import org.dariro.platform.AuditLog;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Ids;
import org.dariro.platform.Transaction;
import org.dariro.platform.Vault;

/**
 * The endpoints that are told of events. What is to be told is written in the transaction of what happened, so that one never
 * is without the other; {@link Calling} then makes the calls. The endpoints are kept in memory: where none wants an event, it
 * costs no statement. Another node knows of a new endpoint within ten seconds.
 */
@Component
public class Webhooks {
    /** How long the secret before the newest signs too. */
    static final Duration BOTH = Duration.ofHours(24);

    private static final String SEALED = "webhook";
    private static final int MOST = 50;
    private final Database database;
    private final WebhookDao dao;
    private final CallDao calls;
    private final Addresses addresses;
    private final Vault vault;
    private final AuditLog audit;
    private final Ids ids;
    private final InstantSource clock;
    private volatile Known known = new Known(List.of(), false);

    private record Known(List<Endpoint> on, boolean read) {}

    @Inject
    @SuppressWarnings("TooManyParameters")
    public Webhooks(
            Database database,
            WebhookDao dao,
            CallDao calls,
            Addresses addresses,
            Vault vault,
            AuditLog audit,
            Ids ids,
            InstantSource clock) {
        this.database = database;
        this.dao = dao;
        this.calls = calls;
        this.addresses = addresses;
        this.vault = vault;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** Tells every endpoint that wants to know of it, when this transaction lasts. */
    public void tell(Transaction tx, Event event) {
        for (Endpoint endpoint : on(tx)) {
            if (endpoint.events().contains(event.type())) {
                calls.insert(tx, ids.next(), endpoint.id(), event, clock.instant());
            }
        }
    }

    /** Whether any endpoint wants to know of such events: where it costs a statement to find out whether there is one. */
    public boolean wants(Transaction tx, Event.Type type) {
        return on(tx).stream().anyMatch(endpoint -> endpoint.events().contains(type));
    }

    private List<Endpoint> on(Transaction tx) {
        Known now = known;
        if (!now.read()) {
            now = keep(dao.all(tx));
        }
        return now.on();
    }

    private Known keep(List<Endpoint> all) {
        Known now = new Known(all.stream().filter(Endpoint::isOn).toList(), true);
        known = now;
        return now;
    }

    /** Reads the endpoints anew, as another node may have changed them. */
    void look() {
        keep(database.inTransaction(dao::all));
    }

    /** Whether any is called, as far as this node knows. */
    boolean anyOn() {
        return !known.on().isEmpty();
    }

    private void changed(Transaction tx) {
        tx.afterCommit(this::look);
    }

    /** All, the oldest first. */
    public List<Endpoint> all(Transaction tx) {
        return dao.all(tx);
    }

    /** One by its id. */
    public Optional<Endpoint> find(Transaction tx, long id) {
        return dao.find(tx, id);
    }

    /** Its calls, the latest first. */
    public List<Call> calls(Transaction tx, long id, int most) {
        return calls.of(tx, id, most);
    }

    /** Why an endpoint was not registered or changed. */
    public enum Fault {
        /** The address is none. */
        ADDRESS("url", "This field is needed: an address as https://example.org/hooks, of at most 500 characters."),
        /** It is not https. */
        NOT_SAFE("url", "The address must begin with https."),
        /** It is in a private network. */
        PRIVATE("url", "This address is of a private network or of this machine, where the service does not call."),
        /** No event was chosen. */
        EVENTS("events", "Give one or more events; docs/webhooks.md lists them."),
        /** There are enough. */
        MANY("url", "There are 50 already; remove one first.");

        private final String field;
        private final String words;

        Fault(String field, String words) {
            this.field = field;
            this.words = words;
        }

        /** The field that is wrong. */
        public String field() {
            return field;
        }

        /** What is wrong, in English. */
        public String words() {
            return words;
        }
    }

    /** What is wrong with an endpoint that somebody wants. */
    public Optional<Fault> fault(String url, Set<Event.Type> events) {
        Optional<Fault> address = addresses.fault(url).map(fault -> switch (fault) {
            case NOT_ONE -> Fault.ADDRESS;
            case NOT_SAFE -> Fault.NOT_SAFE;
            case PRIVATE -> Fault.PRIVATE;
        });
        return address.isPresent() || !events.isEmpty() ? address : Optional.of(Fault.EVENTS);
    }

    /** Whether there is room for one more. */
    public boolean isFull(Transaction tx) {
        return dao.all(tx).size() >= MOST;
    }

    /** A new endpoint, or one with a new secret; the secret can be shown this once. */
    public record Made(Endpoint endpoint, String secret) {}

    /** Registers an endpoint in which {@link #fault} finds nothing. */
    public Made add(Transaction tx, String url, Set<Event.Type> events, String by) {
        String secret = Signature.secret();
        long id = ids.next();
        dao.insert(tx, id, url, events, seal(secret), clock.instant());
        audit.add(tx, AuditEntry.of(by, "webhook-made").on("webhook", id));
        changed(tx);
        return new Made(find(tx, id).orElseThrow(), secret);
    }

    /** Changes where an endpoint is called and what it is told of. */
    public boolean change(Transaction tx, long id, String url, Set<Event.Type> events, String by) {
        boolean there = dao.change(tx, id, url, events);
        if (there) {
            audit.add(tx, AuditEntry.of(by, "webhook-changed").on("webhook", id));
            changed(tx);
        }
        return there;
    }

    /** Gives an endpoint a new secret; for a day the one before signs too. */
    public Optional<Made> rotate(Transaction tx, long id, String by) {
        if (find(tx, id).isEmpty()) {
            return Optional.empty();
        }
        String secret = Signature.secret();
        dao.rotate(tx, id, seal(secret), clock.instant().plus(BOTH));
        audit.add(tx, AuditEntry.of(by, "webhook-secret-changed").on("webhook", id));
        return find(tx, id).map(endpoint -> new Made(endpoint, secret));
    }

    private byte[] seal(String secret) {
        return vault.serviceKey().seal(secret, SEALED);
    }

    /** The secrets that sign now, the newest first. */
    List<String> secrets(Transaction tx, long id, Instant at) {
        return dao.secrets(tx, id, at).stream()
                .map(kept -> vault.serviceKey().open(kept, SEALED))
                .toList();
    }

    /** Calls an endpoint again, also with what waited meanwhile; or calls it no more. */
    public boolean turn(Transaction tx, long id, boolean on, String by) {
        if (find(tx, id).isEmpty()) {
            return false;
        }
        if (on) {
            dao.enable(tx, id);
            calls.hurry(tx, id, clock.instant());
        } else {
            dao.disable(tx, id, Endpoint.Why.OFF, clock.instant());
        }
        audit.add(
                tx,
                AuditEntry.of(by, on ? "webhook-turned-on" : "webhook-turned-off")
                        .on("webhook", id));
        changed(tx);
        return true;
    }

    /** The service itself calls an endpoint no more. */
    void disable(Transaction tx, long id, Endpoint.Why why) {
        dao.disable(tx, id, why, clock.instant());
        audit.add(
                tx,
                AuditEntry.of(AuditEntry.SERVICE, "webhook-turned-off")
                        .on("webhook", id)
                        .saying(why.name().toLowerCase(java.util.Locale.ROOT)));
        changed(tx);
    }

    /** Removes an endpoint; false when there is none. */
    public boolean remove(Transaction tx, long id, String by) {
        boolean there = dao.remove(tx, id, clock.instant());
        if (there) {
            audit.add(tx, AuditEntry.of(by, "webhook-removed").on("webhook", id));
            changed(tx);
        }
        return there;
    }

    /** Tells an endpoint of nothing but that somebody tries it; empty when there is none. */
    public Optional<Call> test(Transaction tx, long id) {
        if (find(tx, id).isEmpty()) {
            return Optional.empty();
        }
        long call = ids.next();
        calls.insert(tx, call, id, Event.of(Event.Type.TEST, clock.instant()).with("webhook", id), clock.instant());
        return calls.find(tx, call);
    }

    /** Makes a call of an endpoint once more; false when there is none. */
    public boolean again(Transaction tx, long id, long call) {
        return find(tx, id).isPresent() && calls.again(tx, id, call, clock.instant());
    }
}
