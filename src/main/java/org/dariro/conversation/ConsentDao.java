package org.dariro.conversation;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import org.dariro.platform.Component;
import org.dariro.platform.Ids;
import org.dariro.platform.Transaction;
import org.dariro.platform.Write;

/** The ledger of consent: what was asked in which words and language, and what was answered. */
@Component
public class ConsentDao {
    private static final Write INSERT = new Write(
            81,
            "insert into consents (id, membership_id, event, wording, language, medium, at) values (?, ?, ?, ?, ?, ?, ?)");
    private final Ids ids;
    private final InstantSource clock;

    @Inject
    public ConsentDao(Ids ids, InstantSource clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Records one event.
     *
     * @param event {@code asked}, {@code given}, {@code refused}, {@code withdrawn}, {@code renewed},
     *     {@code removed}, {@code moved}, {@code erased}, {@code muted}, {@code unmuted} (by staff)
     * @param wording what the member read or wrote; at most 1,000 characters
     * @param medium {@code sms}, {@code ussd}, {@code person}
     */
    void record(Transaction tx, long membership, String event, String wording, String language, String medium) {
        String kept = wording.length() <= 1_000 ? wording : wording.substring(0, 1_000);
        tx.write(INSERT, ids.next(), membership, event, kept, language, medium, clock.instant());
    }

    /** Takes the person's own words and staff's notes out; that, when and how something was said stays. */
    void forget(Transaction tx, long membership) {
        tx.update("update consents set wording = '' where membership_id = ? and event <> 'asked'", membership);
    }

    /** All events of a place, the oldest first. */
    List<PlaceRecords.Consent> of(Transaction tx, long membership) {
        return tx.query("select event, wording, language, medium, at from consents where membership_id = ?"
                        + " order by at, id")
                .bind(0, membership)
                .map((row, context) -> new PlaceRecords.Consent(
                        row.getString("event"),
                        row.getString("wording"),
                        row.getString("language"),
                        row.getString("medium"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }
}
