package org.dariro.programme;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import org.dariro.conversation.Attempt;
import org.dariro.conversation.PlaceRecords;
import org.dariro.delivery.Outbox;
import org.dariro.delivery.Redaction;
import org.dariro.group.Membership;
import org.dariro.group.Memberships;
import org.dariro.group.Role;
import org.dariro.group.Standing;
import org.dariro.member.Member;
import org.dariro.member.Members;
import org.dariro.member.Nickname;
import org.dariro.member.StaffRoll;
import org.dariro.platform.AuditEntry;
import org.dariro.platform.AuditLog;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Faults;
import org.dariro.platform.Transaction;
import org.dariro.safeguarding.AlertHistory;
import org.dariro.safeguarding.Safeguard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Erases a person for good: the key is destroyed, and with it their number and all that it sealed, in every group; nickname,
 * what staff noted, and the words of what went out to or from them go too. What stays: that a person was there, their
 * consents without their own words, alerts without words, what texts cost, the audit trail, and a STOP, by the keyed hash of
 * the number alone.
 */
@Component
public class Erasure {
    private static final Logger LOG = LoggerFactory.getLogger(Erasure.class);
    private final Database database;
    private final ErasureDao dao;
    private final Members members;
    private final Memberships memberships;
    private final PlaceRecords records;
    private final Wellbeing wellbeing;
    private final StaffRoll staff;
    private final AlertHistory alerts;
    private final Safeguard safeguard;
    private final Outbox outbox;
    private final Redaction redaction;
    private final AuditLog audit;
    private final InstantSource clock;

    @Inject
    @SuppressWarnings("TooManyParameters")
    public Erasure(
            Database database,
            ErasureDao dao,
            Members members,
            Memberships memberships,
            PlaceRecords records,
            Wellbeing wellbeing,
            StaffRoll staff,
            AlertHistory alerts,
            Safeguard safeguard,
            Outbox outbox,
            Redaction redaction,
            AuditLog audit,
            InstantSource clock) {
        this.database = database;
        this.dao = dao;
        this.members = members;
        this.memberships = memberships;
        this.records = records;
        this.wellbeing = wellbeing;
        this.staff = staff;
        this.alerts = alerts;
        this.safeguard = safeguard;
        this.outbox = outbox;
        this.redaction = redaction;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Erases a person.
     *
     * @param nickname as it was typed to confirm it; of somebody without one, a dash
     * @param by who does so, as the audit trail names people
     * @return the places that this person had
     */
    public Attempt<Collection<Membership>> erase(Transaction tx, Membership place, String nickname, String by) {
        Optional<Member> found = place.memberId().flatMap(id -> members.get(tx, id));
        if (found.isEmpty()) {
            return Attempt.refuse(ErasureFault.NOBODY);
        } else if (!isNamed(place, nickname)) {
            return Attempt.refuse(ErasureFault.NICKNAME_NOT_SO);
        }
        Member member = found.get();
        Collection<Membership> places = memberships.of(tx, member.id());
        if (staff.ofMember(tx, member.id()).isPresent()
                || places.stream().anyMatch(one -> one.role() == Role.MENTOR && one.standing() == Standing.ACTIVE)) {
            return Attempt.refuse(ErasureFault.IS_STAFF);
        } else if (alerts.isOpen(tx, member.id())) {
            return Attempt.refuse(ErasureFault.ALERT_OPEN);
        } else if (safeguard.isWaiting(tx, places)) {
            return Attempt.refuse(ErasureFault.POST_HELD);
        }
        erase(tx, member, places, by);
        return new Attempt.Done<>(places);
    }

    private static boolean isNamed(Membership place, String nickname) {
        return place.nickname() == null
                ? nickname.strip().equals("-")
                : Objects.equals(Nickname.keyOf(place.nickname()), Nickname.keyOf(nickname.strip()));
    }

    private void erase(Transaction tx, Member member, Collection<Membership> places, String by) {
        boolean stopped = member.stopped() || places.stream().anyMatch(place -> place.standing() == Standing.STOPPED);
        outbox.cancel(tx, member.id(), null);
        AuditEntry entry = AuditEntry.of(by, "member-erased");
        for (Membership place : places) {
            records.forget(tx, place, member.language());
            memberships.forget(tx, place);
            dao.forgetWaiting(tx, place.id());
            wellbeing.forget(tx, place.id());
            entry = entry.subjects().size() < 10 ? entry.on("place", place.id()) : entry;
        }
        members.erase(tx, member, stopped);
        audit.add(tx, entry.saying(stopped ? "a STOP is kept" : ""));
        dao.insert(tx, member.id(), clock.instant());
        redact(tx, member.id(), places);
    }

    private void redact(Transaction tx, long member, Collection<Membership> places) {
        boolean all = redaction.of(
                tx,
                member,
                places.stream().map(Membership::id).toList(),
                places.stream().map(Membership::groupId).distinct().toList());
        if (all) {
            dao.done(tx, member, clock.instant());
        }
    }

    /** Takes out words that others still waited for when their author was erased, where that is over. */
    public void turn() {
        for (long member : database.inTransaction(dao::open)) {
            try {
                database.useTransaction(tx -> redact(tx, member, memberships.of(tx, member)));
            } catch (RuntimeException e) {
                LOG.error("The words of an erased member could not be taken out: {}", Faults.describe(e));
            }
        }
    }
}
