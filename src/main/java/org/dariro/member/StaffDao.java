package org.dariro.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.platform.Write;
import org.jspecify.annotations.Nullable;

/** The tables of staff and of the groups they serve. */
@Component
public class StaffDao {
    private static final Write INSERT = new Write(
            13,
            "insert into staff (id, name, role, member_id, language, zone, created_at) values (?, ?, ?, ?, ?, ?, ?)");
    private static final Write UPDATE = new Write(
            14,
            "update staff set name = ?, role = ?, member_id = ?, language = ?, zone = ?, ended_at = ? where id = ?");
    private static final Write SERVE =
            new Write(35, "insert into staff_groups (staff_id, group_id, turn, membership_id) values (?, ?, ?, ?)");
    private static final String SELECT = "select id, name, role, member_id, language, zone, ended_at from staff ";

    void insert(Transaction tx, Staff staff, Instant at) {
        tx.write(
                INSERT,
                staff.id(),
                staff.name(),
                staff.role(),
                staff.memberId().orElse(null),
                staff.language(),
                staff.zone().getId(),
                at);
        serve(tx, staff);
    }

    void update(Transaction tx, Staff staff, @Nullable Instant endedAt) {
        tx.write(
                UPDATE,
                staff.name(),
                staff.role(),
                staff.ended() ? null : staff.memberId().orElse(null), // unique: the number is free for another
                staff.language(),
                staff.zone().getId(),
                endedAt,
                staff.id());
        tx.update("delete from staff_groups where staff_id = ?", staff.id());
        serve(tx, staff);
    }

    private static void serve(Transaction tx, Staff staff) {
        for (Staff.Service service : staff.serves()) {
            tx.write(
                    SERVE,
                    staff.id(),
                    service.group(),
                    service.turn(),
                    service.membership().orElse(null));
        }
    }

    List<Staff> all(Transaction tx) {
        return read(tx, "where 1 = 1", Optional.empty());
    }

    List<Staff> byId(Transaction tx, long id) {
        return read(tx, "where id = ?", Optional.of(id));
    }

    List<Staff> byMember(Transaction tx, long member) {
        return read(tx, "where member_id = ? and ended_at is null", Optional.of(member));
    }

    List<Staff> byName(Transaction tx, String name) {
        return read(tx, "where lower(name) = lower(?) and ended_at is null", Optional.of(name));
    }

    /** Who serves any of some groups. */
    List<Staff> ofGroups(Transaction tx, Collection<Long> groups) {
        return read(
                tx,
                "where ended_at is null and id in (select staff_id from staff_groups where group_id = any(?))",
                Optional.of(groups.toArray(Long[]::new)));
    }

    Set<Long> sharingPlace(Transaction tx, long id) {
        Set<Long> ids = new HashSet<>(tx.query("select distinct o.staff_id from staff_groups s join staff_groups o"
                        + " on o.membership_id = s.membership_id where s.staff_id = ?")
                .bind(0, id)
                .mapTo(Long.class)
                .list());
        ids.add(id);
        return ids;
    }

    private static List<Staff> read(Transaction tx, String where, Optional<?> value) {
        var query = tx.query(SELECT + where + " order by id");
        value.ifPresent(one -> query.bind(0, one));
        List<Staff> bare = query.map((row, context) -> staff(row)).list();
        if (bare.isEmpty()) {
            return bare;
        }
        Map<Long, List<Staff.Service>> serves = new HashMap<>();
        tx.query("select staff_id, group_id, turn, membership_id from staff_groups where staff_id = any(?)"
                        + " order by group_id")
                .bind(0, bare.stream().map(Staff::id).toArray(Long[]::new))
                .map((row, context) -> {
                    long place = row.getLong("membership_id");
                    Optional<Long> membership = row.wasNull() ? Optional.empty() : Optional.of(place);
                    serves.computeIfAbsent(row.getLong("staff_id"), id -> new ArrayList<>())
                            .add(new Staff.Service(row.getLong("group_id"), row.getInt("turn"), membership));
                    return 0;
                })
                .list();
        return bare.stream()
                .map(one -> new Staff(
                        one.id(),
                        one.name(),
                        one.role(),
                        one.memberId(),
                        one.language(),
                        one.zone(),
                        serves.getOrDefault(one.id(), List.of()),
                        one.ended()))
                .toList();
    }

    private static Staff staff(ResultSet row) throws SQLException {
        long member = row.getLong("member_id");
        Optional<Long> memberId = row.wasNull() ? Optional.empty() : Optional.of(member);
        return new Staff(
                row.getLong("id"),
                row.getString("name"),
                Staff.Role.valueOf(row.getString("role")),
                memberId,
                row.getString("language"),
                ZoneId.of(row.getString("zone")),
                List.of(),
                row.getTimestamp("ended_at") != null);
    }
}
