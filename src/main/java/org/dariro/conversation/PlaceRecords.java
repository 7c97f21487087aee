package org.dariro.conversation;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dariro.group.Membership;
import org.dariro.member.Member;
import org.dariro.member.Members;
import org.dariro.platform.AuditEntry;
import org.dariro.platform.AuditLog;
import org.dariro.platform.Component;
import org.dariro.platform.DataKey;
import org.dariro.platform.Ids;
import org.dariro.platform.Transaction;
import org.dariro.platform.Vault;

/**
 * What staff keep about a person's place: notes for each other, how consent came about, who agreed for a minor, and who sent
 * the person. Words and names are sealed with the person's key, and can be read no more when that is destroyed.
 */
@Component
public class PlaceRecords {
    /** The longest note. */
    public static final int LONGEST_NOTE = 1_000;

    /** The longest relation of a guardian: mother, aunt, head of the home. */
    public static final int LONGEST_RELATION = 40;

    /** The longest name of a guardian. */
    public static final int LONGEST_NAME = 80;

    private final PlaceRecordDao dao;
    private final ConsentDao consents;
    private final Members members;
    private final Vault vault;
    private final AuditLog audit;
    private final Ids ids;
    private final InstantSource clock;

    @Inject
    public PlaceRecords(
            PlaceRecordDao dao,
            ConsentDao consents,
            Members members,
            Vault vault,
            AuditLog audit,
            Ids ids,
            InstantSource clock) {
        this.dao = dao;
        this.consents = consents;
        this.members = members;
        this.vault = vault;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** A note of one of the staff about somebody. */
    public record Note(long id, String text, String by, Instant at) {}

    /**
     * Who agreed for a minor.
     *
     * @param relation to the minor
     * @param note how and when, and where it is written down
     */
    public record Guardian(String name, String relation, String note, String by, Instant at) {
        /** Masked. */
        @Override
        public String toString() {
            return "Guardian";
        }
    }

    /**
     * One entry of the ledger of consent.
     *
     * @param event {@code asked}, {@code given}, {@code refused}, {@code withdrawn}, {@code renewed}, {@code moved},
     *     {@code removed}, {@code muted}, {@code unmuted}, {@code erased}
     * @param wording what the person read or wrote, or what staff noted
     * @param medium {@code sms}, {@code ussd}, {@code person}
     */
    public record Consent(String event, String wording, String language, String medium, Instant at) {}

    private Optional<DataKey> key(Transaction tx, Membership place) {
        if (place.memberId().isEmpty()) {
            return Optional.of(vault.serviceKey());
        }
        return members.get(tx, place.memberId().get()).map(Member::key);
    }

    /** The notes about somebody, the latest first; none that can be read of somebody who was erased. */
    public List<Note> notes(Transaction tx, Membership place) {
        return key(tx, place).map(key -> dao.notes(tx, place.id(), key)).orElse(List.of());
    }

    /**
     * Adds a note about somebody; false for somebody who was erased.
     *
     * @param text 1 to {@link #LONGEST_NOTE} characters
     */
    public boolean note(Transaction tx, Membership place, String text, String by) {
        Optional<DataKey> key = key(tx, place);
        key.ifPresent(one -> {
            dao.insertNote(tx, place.id(), one, new Note(ids.next(), text, by, clock.instant()));
            audit.add(tx, AuditEntry.of(by, "member-noted").on("place", place.id()));
        });
        return key.isPresent();
    }

    /** What was asked of somebody and answered, and what staff did, the oldest first. */
    public List<Consent> consents(Transaction tx, Membership place) {
        return consents.of(tx, place.id());
    }

    /** Who agreed for somebody; empty for a grown-up, and for somebody who was erased. */
    public Optional<Guardian> guardian(Transaction tx, Membership place) {
        return key(tx, place).flatMap(key -> dao.guardian(tx, place.id(), key));
    }

    /** Notes who agreed for a minor, in the place of what was noted before; false for somebody who was erased. */
    public boolean guardian(Transaction tx, Membership place, String name, String relation, String note, String by) {
        Optional<DataKey> key = key(tx, place);
        key.ifPresent(one -> {
            dao.setGuardian(tx, place.id(), one, new Guardian(name, relation, note, by, clock.instant()));
            audit.add(tx, AuditEntry.of(by, "guardian-noted").on("place", place.id()));
        });
        return key.isPresent();
    }

    /** The code of who sent somebody, as it is kept: capitals, digits and hyphens, at most 20; empty for anything else. */
    public static Optional<String> code(String written) {
        String code = written.strip().toUpperCase(Locale.ROOT);
        return code.matches("[A-Z0-9-]{1,20}") ? Optional.of(code) : Optional.empty();
    }

    /** Notes who sent somebody; an empty code takes it back. */
    public void refer(Transaction tx, Membership place, String code) {
        dao.setReferrer(tx, place.id(), code);
    }

    /** Who sent somebody. */
    public Optional<String> referrer(Transaction tx, Membership place) {
        return dao.referrer(tx, place.id());
    }

    /** What was noted of a place goes with the person to another, where nothing is noted yet. */
    void carry(Transaction tx, long from, long to) {
        dao.carry(tx, from, to);
    }

    /** Forgets what was noted of a place, and the person's own words in the ledger of consent; who sent them stays. */
    public void forget(Transaction tx, Membership place, String language) {
        dao.forget(tx, place.id());
        consents.forget(tx, place.id());
        consents.record(tx, place.id(), "erased", "", language, "person");
    }

    /** How many people each code has sent to some groups; to all, when none are named. */
    public Map<String, Long> referrals(Transaction tx, Set<Long> groups) {
        return dao.referrals(tx, groups);
    }
}
