package org.dariro.gateways.smpp;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.dariro.gateways.api.Batch;
import org.dariro.gateways.api.Outcome;
import org.dariro.gateways.api.Recipient;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SendCommandTask;

/**
 * Puts a text on the wire, part by part, and works out what became of it. No part is ever sent again that the SMSC may have
 * taken. Once a part is out, whatever befalls a later one makes the whole unknown: a second try would bring the first part
 * twice. Only a part that was throttled, and so surely not taken, is tried again, because the others need it.
 */
final class Sending {
    /** How often a later part is tried again when the SMSC says that it came too fast. */
    private static final int MOST_THROTTLED = 10;

    private static final Duration HOLD = Duration.ofMillis(200);

    private final SmppSettings settings;
    private final Binds binds;
    private final Submits submits;
    private final AtomicInteger references;

    /** @param firstReference where the references of texts in parts begin: not where the last process began */
    Sending(SmppSettings settings, Binds binds, int firstReference) {
        this.settings = settings;
        this.binds = binds;
        this.submits = new Submits(settings);
        this.references = new AtomicInteger(firstReference);
    }

    Outcome send(Batch batch, Recipient recipient) {
        Wording wording = Wording.of(batch.text(), settings.alphabet(), settings.splitting(), settings.tables());
        if (wording.segments() > settings.maxSegments()) {
            return new Outcome.Refused("TOO_LONG");
        }
        Optional<Bind> ready = binds.ready();
        if (ready.isEmpty()) {
            return new Outcome.RetryLater(binds.connection().code());
        }
        int parts = wording.bodies().size();
        int reference = references.incrementAndGet();
        List<String> ids = new ArrayList<>();
        Optional<Outcome> doubt = Optional.empty();
        for (int i = 0; i < parts; i++) {
            Part part = new Part(
                    submits.of(batch.sender(), recipient, wording, new PartOf(reference, parts, i + 1)),
                    parts == 1 ? recipient.reference() : "");
            Outcome outcome = i == 0 ? once(ready.get(), part) : patiently(ready.get(), part);
            if (outcome instanceof Outcome.Accepted accepted) {
                ids.addAll(accepted.ids());
            } else if (i == 0 && !(outcome instanceof Outcome.Unknown)) {
                return outcome;
            } else {
                // after one doubt the other parts still go out: the phone needs them, if this one is there
                boolean goOn = doubt.isEmpty() && outcome instanceof Outcome.Unknown;
                Outcome unknown = doubt.orElse(new Outcome.Unknown(place(i, parts) + code(outcome)));
                if (!goOn) {
                    return unknown;
                }
                doubt = Optional.of(unknown);
            }
        }
        return doubt.orElseGet(() -> new Outcome.Accepted(ids, Optional.empty()));
    }

    private record Part(Function<Session, SendCommandTask> message, String lateReference) {}

    private Outcome patiently(Bind bind, Part part) {
        Outcome outcome = once(bind, part);
        for (int i = 1; outcome instanceof Outcome.Throttled && i < MOST_THROTTLED; i++) {
            outcome = once(bind, part);
        }
        return outcome;
    }

    private Outcome once(Bind bind, Part part) {
        boolean room = false;
        try {
            room = bind.window().tryAcquire(settings.responseMs(), TimeUnit.MILLISECONDS);
            if (!room) {
                return new Outcome.Throttled("window full", HOLD);
            }
            bind.pacer().await();
            Session session = bind.session(Duration.ZERO);
            if (session == null) {
                return new Outcome.RetryLater(bind.connection().code());
            }
            return submit(bind, session, part);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.RetryLater("interrupted");
        } finally {
            if (room) {
                bind.window().release();
            }
        }
    }

    private Outcome submit(Bind bind, Session session, Part part) {
        try {
            String id = session.submit(part.message().apply(session), part.lateReference());
            List<String> ids = id.isEmpty() ? List.of() : List.of(settings.ids().answered(id));
            return new Outcome.Accepted(ids, Optional.empty());
        } catch (NegativeResponseException e) {
            int status = e.getCommandStatus();
            return told(bind, NoAnswer.outcome(status, settings.statuses()).orElseGet(() -> settings.statuses()
                    .outcome(status)));
        } catch (ResponseTimeoutException e) {
            return new Outcome.Unknown("no answer");
        } catch (InvalidResponseException e) {
            return new Outcome.Unknown("unreadable answer");
        } catch (PDUException e) {
            return new Outcome.Refused("not an SMPP address");
        } catch (Session.NotWritten e) {
            return new Outcome.RetryLater("connection lost");
        } catch (IOException e) {
            return new Outcome.Unknown("connection lost while writing");
        }
    }

    private static Outcome told(Bind bind, Outcome outcome) {
        if (outcome instanceof Outcome.Throttled) {
            bind.pacer().hold(HOLD);
        }
        return outcome;
    }

    private static String place(int part, int parts) {
        return parts == 1 ? "" : "part " + (part + 1) + " of " + parts + ": ";
    }

    private static String code(Outcome outcome) {
        return outcome.match(
                accepted -> "",
                Outcome.Refused::code,
                Outcome.Throttled::code,
                Outcome.RetryLater::code,
                Outcome.OptedOut::code,
                Outcome.Unknown::code);
    }
}
