package org.dariro.delivery;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.dariro.gateway.Accounts;
import org.dariro.gateways.api.DeliveryReport;
import org.dariro.gateways.api.LookUp;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Ids;
import org.dariro.platform.Nodes;
import org.dariro.platform.Settings;
import org.dariro.platform.Transaction;
import org.dariro.spend.ChargeSource;
import org.dariro.spend.Charges;
import org.dariro.spend.Corrections;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what became of parcels whose answer was lost: by asking the carrier, where it can be asked; by receipts
 * otherwise. What stays unknown is listed for a person, with what was done. Only a safeguarding reply is sent once more
 * after a minute.
 *
 * <p>Setting: {@code DARIRO_LOOKUP_SECONDS} (10; 1 to 3,600), after which a carrier is asked.
 */
@Component
public class Reconciliation {
    private static final int PAGE = 200;

    /** So long the texts behind one whose answer was lost wait for it to be found out, to stay in order. */
    static final Duration ORDER_PATIENCE = Duration.ofSeconds(60);

    private static final Duration SAFETY_PATIENCE = Duration.ofSeconds(60);
    private static final String SENT_TWICE = "sent-twice";

    /** A carrier that says nothing is asked again after so long, each time twice as long, for a day; then it is a person's. */
    private static final Duration NEXT = Duration.ofSeconds(5);

    private static final int MOST_ASKED = 15;

    /** A turn of asking takes no longer. */
    private static final Duration TURN = Duration.ofSeconds(10);

    private final Database database;
    private final DeliveryDao dao;
    private final Dispatch dispatch;
    private final Accounts accounts;
    private final CarrierIdDao carrierIds;
    private final Inquiry inquiry;
    private final InquiryDao inquiries;
    private final Charges charges;
    private final Corrections corrections;
    private final ChargeRequests chargeRequests;
    private final Ids ids;
    private final Nodes nodes;
    private final Settlement settlement;
    private final InstantSource clock;

    /** A carrier may still be busy with what it got just before. */
    private final Duration settled;

    @Inject
    public Reconciliation(
            Database database,
            DeliveryDao dao,
            Dispatch dispatch,
            Accounts accounts,
            CarrierIdDao carrierIds,
            Inquiry inquiry,
            InquiryDao inquiries,
            Charges charges,
            Corrections corrections,
            ChargeRequests chargeRequests,
            Ids ids,
            Nodes nodes,
            Settlement settlement,
            InstantSource clock,
            Settings settings) {
        this.database = database;
        this.dao = dao;
        this.dispatch = dispatch;
        this.accounts = accounts;
        this.carrierIds = carrierIds;
        this.inquiry = inquiry;
        this.inquiries = inquiries;
        this.charges = charges;
        this.corrections = corrections;
        this.chargeRequests = chargeRequests;
        this.ids = ids;
        this.nodes = nodes;
        this.settlement = settlement;
        this.clock = clock;
        settled = Duration.ofSeconds(settings.number("DARIRO_LOOKUP_SECONDS", 10, 1, 3_600));
    }

    /** Takes over what nodes that are gone had on the wire, and what this one lost sight of: its fate is unknown. */
    public void abandon() {
        database.useTransaction(tx -> {
            Instant now = clock.instant();
            int gone = dao.abandon(tx, nodes.live(tx), now);
            for (long parcel : dao.claimedBefore(tx, nodes.id(), now.minus(ORDER_PATIENCE))) {
                if (!settlement.isOnTheWire(
                        parcel)) { // claimed by us, but it never reached a lane, or its outcome is lost
                    dao.settle(tx, parcel, ParcelState.SENDING, ParcelState.UNKNOWN, "never-settled", now, now);
                    gone++;
                }
            }
            if (gone > 0) {
                tx.afterCommit(dispatch::wake);
            }
        });
    }

    /**
     * Sends crisis cards of unknown fate once more when their time is up, and asks carriers about the other parcels whose fate
     * is unknown, as long as they answer and for ten seconds at most. No transaction is open while a carrier is asked.
     */
    public void resolve() {
        sendCardsAgain();
        Instant begun = clock.instant();
        boolean more = true;
        while (more) {
            Instant now = clock.instant();
            List<DeliveryDao.Unknown> unknown =
                    database.inTransaction(tx -> dao.unknownSince(tx, now.minus(settled), now, PAGE));
            boolean told = false;
            for (DeliveryDao.Unknown one : unknown) {
                if (clock.instant().isAfter(begun.plus(TURN))) {
                    return; // crisis cards and the others that wait for this turn have theirs
                }
                // one by one: the id that is found for one is not another's, though their texts are the same
                Optional<LookUp> answer = inquiry.ask(one.parcel());
                database.useTransaction(tx -> settle(tx, one, answer));
                told |= answer.isPresent();
            }
            more = unknown.size() == PAGE && told;
        }
    }

    private void sendCardsAgain() {
        Instant now = clock.instant();
        database.useTransaction(tx -> dao.cardsUnknownSince(tx, now.minus(SAFETY_PATIENCE), SENT_TWICE)
                .forEach(one -> {
                    record(tx, one, now, SENT_TWICE);
                    ready(tx, one.parcel(), SENT_TWICE);
                    corrections.sentAgain(tx, one.parcel().id());
                }));
    }

    private void settle(Transaction tx, DeliveryDao.Unknown asked, Optional<LookUp> answer) {
        DeliveryDao.Stored parcel = asked.parcel();
        if (answer.isPresent() && answer.get() instanceof LookUp.Found found) {
            record(tx, asked, clock.instant(), "found");
            found(tx, parcel, found.report());
        } else if (answer.isPresent()) {
            record(tx, asked, clock.instant(), "not-found"); // it may be lost again
            ready(tx, parcel, "not-taken");
        } else {
            Duration pause = NEXT.multipliedBy(1L << Math.min(asked.asked(), MOST_ASKED));
            record(tx, asked, asked.asked() < MOST_ASKED ? clock.instant().plus(pause) : null, "none");
        }
    }

    private void record(Transaction tx, DeliveryDao.Unknown asked, @Nullable Instant again, String answer) {
        inquiries.record(tx, asked.parcel().id(), asked.asked() == 0, clock.instant(), again, answer);
    }

    private void found(Transaction tx, DeliveryDao.Stored parcel, DeliveryReport report) {
        Instant now = clock.instant();
        String account = inquiry.account(parcel);
        if (accounts.get(account).keepsIds()) {
            carrierIds.insert(tx, account, report.carrierId(), parcel.id()); // receipts and charges follow
        }
        if (report.charge().isEmpty()) {
            chargeRequests.expectFrom(tx, account, parcel.id());
        }
        report.charge().ifPresent(charge -> charges.told(tx, account, parcel.id(), charge, ChargeSource.INQUIRY));
        ParcelState state = Receipts.state(report.status());
        dao.settle(tx, parcel.id(), ParcelState.UNKNOWN, state, report.code().orElse(null), now, now);
    }

    private void ready(Transaction tx, DeliveryDao.Stored parcel, String code) {
        Instant now = clock.instant();
        dao.settle(tx, parcel.id(), ParcelState.UNKNOWN, ParcelState.READY, code, now, now);
        tx.afterCommit(dispatch::wake);
    }

    /** What a person may decide on a parcel of unknown fate. */
    public enum Resolution {
        /** It has arrived. */
        ARRIVED(ParcelState.ACCEPTED),
        /** It has not arrived, and is not needed any more. */
        LOST(ParcelState.FAILED),
        /** It has not arrived, or may arrive twice: it is sent again. */
        RESEND(ParcelState.READY);

        private final ParcelState to;

        Resolution(ParcelState to) {
            this.to = to;
        }
    }

    /**
     * Carries out what a person decided; false when the parcel's fate is not unknown (any more).
     *
     * @param by who decides, at most 80 characters
     * @param reason at most 200 characters, without number or text
     */
    public boolean decide(Transaction tx, long parcel, Resolution resolution, String by, String reason) {
        if (dao.states(tx, List.of(parcel)).get(parcel) != ParcelState.UNKNOWN) {
            return false;
        }
        Instant now = clock.instant();
        dao.settle(tx, parcel, ParcelState.UNKNOWN, resolution.to, "by-hand", now, now);
        if (resolution == Resolution.LOST) {
            corrections.unsent(tx, parcel);
        }
        inquiries.resolve(tx, ids.next(), parcel, resolution.name(), by, reason, now);
        inquiries.askAgain(tx, parcel, now); // should it be lost again
        tx.afterCommit(dispatch::wake);
        return true;
    }
}
