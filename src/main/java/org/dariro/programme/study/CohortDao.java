package org.dariro.programme.study;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dariro.group.ReadingMode;
import org.dariro.group.Role;
import org.dariro.group.Standing;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.jspecify.annotations.Nullable;

/** Asks the tables who was in the groups of a study, and when. */
@Component
public class CohortDao {
    /**
     * A place.
     *
     * @param ownMode null for the group's
     * @param erased whether the person was erased
     * @param closedAt when the group ended; null while it goes on
     * @param stoppedAt when the person said STOP to everything; null when not
     */
    record Place(
            long id,
            long group,
            Optional<Long> member,
            Role role,
            Standing standing,
            @Nullable ReadingMode ownMode,
            ReadingMode groupMode,
            String language,
            boolean erased,
            Instant created,
            @Nullable Instant closedAt,
            @Nullable Instant stoppedAt) {
        /** As {@link org.dariro.group.Membership#modeIn} has it. */
        ReadingMode mode() {
            boolean asTheGroupBundles = ownMode == ReadingMode.BUNDLED && groupMode == ReadingMode.ADAPTIVE;
            return ownMode == null || asTheGroupBundles ? groupMode : ownMode;
        }
    }

    List<Place> places(Transaction tx, Long[] groups) {
        return tx.query("select s.id, s.group_id, s.member_id, s.role, s.state, s.reading_mode, s.created_at,"
                        + " g.reading_mode as group_mode, g.closed_at, m.data_key, m.language, m.stopped_at"
                        + " from memberships s join groups g on g.id = s.group_id left join members m on m.id = s.member_id"
                        + " where s.group_id = any(?) order by s.id")
                .bind(0, groups)
                .map((row, context) -> place(row))
                .list();
    }

    private static Place place(ResultSet row) throws SQLException {
        long member = row.getLong("member_id");
        boolean phone = !row.wasNull();
        String mode = row.getString("reading_mode");
        String language = row.getString("language");
        return new Place(
                row.getLong("id"),
                row.getLong("group_id"),
                phone ? Optional.of(member) : Optional.empty(),
                Role.valueOf(row.getString("role")),
                Standing.valueOf(row.getString("state")),
                mode == null ? null : ReadingMode.valueOf(mode),
                ReadingMode.valueOf(row.getString("group_mode")),
                language == null ? "" : language,
                phone && row.getBytes("data_key") == null,
                row.getTimestamp("created_at").toInstant(),
                time(row, "closed_at"),
                time(row, "stopped_at"));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    /** An entry of the ledger of consent, without its words. */
    record Event(long place, String event, Instant at) {}

    /** The ledger of consent of these groups' people, the oldest entry first. */
    List<Event> events(Transaction tx, Long[] groups) {
        return tx.query(
                        "select c.membership_id, c.event, c.at from consents c join memberships s on s.id = c.membership_id"
                                + " where s.group_id = any(?) order by c.at, c.id")
                .bind(0, groups)
                .map((row, context) -> new Event(
                        row.getLong("membership_id"),
                        row.getString("event"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    /** That somebody was paused until a time, or that the pause was ended (null). */
    record Pause(long place, Instant at, @Nullable Instant until) {}

    /** What was said of the pauses of a group's people, the oldest first. */
    List<Pause> pauses(Transaction tx, long group) {
        return tx.query("select p.membership_id, p.at, p.until_at from place_pauses p"
                        + " join memberships s on s.id = p.membership_id where s.group_id = ? order by p.id")
                .bind(0, group)
                .map((row, context) -> new Pause(
                        row.getLong("membership_id"), row.getTimestamp("at").toInstant(), time(row, "until_at")))
                .list();
    }
}
