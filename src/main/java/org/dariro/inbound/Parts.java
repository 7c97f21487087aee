package org.dariro.inbound;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.dariro.gateways.api.InboundPart;
import org.dariro.gateways.api.InboundSms;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Faults;
import org.dariro.platform.Ids;
import org.dariro.platform.Settings;
import org.dariro.platform.Transaction;
import org.dariro.platform.Vault;
import org.dariro.platform.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Joins texts that come in parts. Each part is on disk before the carrier is answered; the one that completes its text is
 * answered when the whole is taken, under an id that is always the same, so that a crash at any moment neither loses nor
 * doubles it. After a time ({@code DARIRO_PARTS_SECONDS}) what came is taken, with {@value #MISSING} for what did not.
 */
@Component
public class Parts {
    static final String MISSING = "[...]";

    /** How long a part that the carrier repeats is known. */
    private static final Duration KNOWN = Duration.ofDays(1);

    private static final Logger LOG = LoggerFactory.getLogger(Parts.class);
    private final Database database;
    private final PartDao dao;
    private final FrontDoor door;
    private final Vault vault;
    private final Ids ids;
    private final InstantSource clock;
    private final Duration patience;
    private final Gatherer<Incoming> incoming;

    @Inject
    public Parts(
            Database database,
            PartDao dao,
            FrontDoor door,
            Vault vault,
            Ids ids,
            InstantSource clock,
            Settings settings,
            Work work) {
        this.database = database;
        this.dao = dao;
        this.door = door;
        this.vault = vault;
        this.ids = ids;
        this.clock = clock;
        patience = Duration.ofSeconds(settings.number("DARIRO_PARTS_SECONDS", 600, 10, 86_400));
        incoming = new Gatherer<>("parts", work, Incoming::key, this::store);
    }

    /** A part that comes in, and the text it was found to belong to. */
    private static final class Incoming {
        final InboundPart part;
        final byte[] wholeHash;
        final byte[] partHash;
        long wholeId;

        Incoming(InboundPart part, Vault vault) {
            this.part = part;
            wholeHash = vault.hash(String.join("\0", part.from(), part.to(), part.reference(), "" + part.total()));
            partHash = vault.hash(part.number() + "\0" + SealedPart.write(part));
        }

        String key() {
            return part.account() + HexFormat.of().formatHex(wholeHash);
        }
    }

    /**
     * Takes a part, and the whole text if it is the last.
     *
     * @throws IllegalStateException when it could not be stored; the carrier must deliver it again
     */
    public void take(InboundPart part) {
        Incoming one = new Incoming(part, vault);
        incoming.take(one);
        if (database.inTransaction(tx -> dao.isWhole(tx, one.wholeId))) {
            takeWhole(one.wholeId);
        }
    }

    /** Not while a text is being taken: a part that comes meanwhile would be marked as taken with it. */
    private synchronized void store(List<Incoming> batch) {
        database.useTransaction(tx -> batch.forEach(one -> one.wholeId = store(tx, one)));
    }

    /**
     * A part that is there already is a repeat, also for a day after its text was taken. Else it belongs to the latest open
     * text that lacks its number. Else it begins a text: phones use a reference again.
     */
    private long store(Transaction tx, Incoming one) {
        InboundPart part = one.part;
        List<PartDao.Stored> alike = dao.alike(tx, part.account(), one.wholeHash);
        Optional<PartDao.Stored> same = alike.stream()
                .filter(stored -> stored.is(part.number(), one.partHash))
                .findFirst();
        if (same.isPresent()) {
            return same.get().wholeId();
        }
        long id = ids.next();
        long wholeId = alike.stream()
                .filter(stored -> !stored.taken())
                .map(PartDao.Stored::wholeId)
                .filter(open -> alike.stream()
                        .noneMatch(stored -> stored.wholeId() == open && stored.number() == part.number()))
                .findFirst()
                .orElse(id);
        dao.insert(
                tx,
                id,
                wholeId,
                part.account(),
                one.wholeHash,
                part.total(),
                part.number(),
                one.partHash,
                vault.serviceKey().seal(SealedPart.write(part), SealedPart.PLACE),
                clock.instant());
        return wholeId;
    }

    /** Takes the texts whose time is up, and those that are whole and were not taken because the process died. */
    public void takeDue() {
        Instant now = clock.instant();
        List<Long> due = database.inTransaction(tx -> dao.due(tx, now.minus(patience)));
        for (long wholeId : due) {
            try {
                takeWhole(wholeId);
            } catch (RuntimeException e) { // the others must not wait for it
                LOG.error("A text of parts could not be taken, and is tried again: {}", Faults.describe(e));
            }
        }
        database.useLazyTransaction(tx -> dao.forget(tx, now.minus(KNOWN)));
    }

    private synchronized void takeWhole(long wholeId) {
        List<PartDao.Piece> pieces = database.inTransaction(tx -> dao.pieces(tx, wholeId));
        if (pieces.isEmpty()) {
            return; // taken by somebody else just now
        }
        InboundSms whole = SealedPart.join("parts-" + wholeId, pieces, vault);
        if (pieces.size() < pieces.get(0).total()) {
            LOG.warn(
                    "Of a text at account {} only {} of {} parts came; it is taken as it is",
                    whole.account(),
                    pieces.size(),
                    pieces.get(0).total());
        }
        door.take(whole);
        database.useTransaction(tx -> dao.taken(tx, wholeId, clock.instant()));
    }
}
