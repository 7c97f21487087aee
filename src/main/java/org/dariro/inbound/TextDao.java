package org.dariro.inbound;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.dariro.conversation.Meaning;
import org.dariro.gateway.Line;
import org.dariro.member.Member;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.platform.Write;
import org.jspecify.annotations.Nullable;

/** The table of every text that a carrier was told OK for, sealed with its sender's key. */
@Component
public class TextDao {
    private static final String PLACE = "text";
    private static final Write INSERT = new Write(
            15,
            "insert into texts (id, account, carrier_id, line_id, member_id, meaning, sealed, received_at)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?)");

    /**
     * Which of these carrier ids were taken before. A subquery for each, which both databases answer by the index: H2 reads
     * all texts of the account for {@code = any}, and PostgreSQL for a join once there are many.
     */
    Set<String> known(Transaction tx, String account, Collection<String> carrierIds) {
        Set<String> known = new HashSet<>();
        tx.queryUnchanged("select (select t.carrier_id from texts t where t.account = ?"
                        + " and t.carrier_id = asked.carrier_id) as known from unnest(?) asked(carrier_id)")
                .bind(0, account)
                .bind(1, carrierIds.toArray(String[]::new))
                .map((row, context) -> Optional.ofNullable(row.getString("known")))
                .list()
                .forEach(id -> id.ifPresent(known::add));
        return known;
    }

    void insert(
            Transaction tx,
            long id,
            String account,
            String carrierId,
            @Nullable Line line,
            @Nullable Member member,
            Meaning meaning,
            String text,
            Instant at) {
        tx.write(
                INSERT,
                id,
                account,
                carrierId,
                line == null ? null : line.id(),
                member == null ? null : member.id(),
                meaning,
                member == null ? null : member.key().seal(text, PLACE),
                at);
    }
}
