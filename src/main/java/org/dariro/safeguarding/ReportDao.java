package org.dariro.safeguarding;

import java.time.Instant;
import java.util.List;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.platform.Write;

/** The table of reports: who of a group told mentors of a post. */
@Component
public class ReportDao {
    private static final Write INSERT =
            new Write(75, "insert into reports (id, alert_id, membership_id, at) values (?, ?, ?, ?)");

    void insert(Transaction tx, long id, long alert, long membership, Instant at) {
        tx.write(INSERT, id, alert, membership, at);
    }

    /** The places of those who reported what an alert is about. */
    List<Long> reporters(Transaction tx, long alert) {
        return tx.query("select membership_id from reports where alert_id = ? order by id")
                .bind(0, alert)
                .mapTo(Long.class)
                .list();
    }
}
