package org.dariro.bench.console;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dariro.Dariro;
import org.dariro.bench.load.Crowd;
import org.dariro.console.StaffRole;
import org.dariro.console.signin.LinkDao;
import org.dariro.console.signin.Passwords;
import org.dariro.console.signin.SessionDao;
import org.dariro.console.signin.User;
import org.dariro.console.signin.UserDao;
import org.dariro.console.signin.Users;
import org.dariro.gateway.Line;
import org.dariro.gateway.Price;
import org.dariro.gateways.api.Money;
import org.dariro.gateways.api.Msisdn;
import org.dariro.group.Group;
import org.dariro.group.ReadingMode;
import org.dariro.group.Role;
import org.dariro.group.Standing;
import org.dariro.member.Member;
import org.dariro.member.Nickname;
import org.dariro.member.Staff;
import org.dariro.platform.Folding;
import org.dariro.platform.Transaction;
import org.dariro.platform.Vault;
import org.dariro.programme.BudgetForm;

/**
 * Fills an empty database before the service is started: groups with a mentor and members, all that they have written, the texts
 * of the last days with the sums of all, alerts, holds, budgets, answers about how members are, and two people who sign in. Rows go straight into the tables,
 * sealed as the service seals them.
 */
final class Seed {
    private static final String ACCOUNT = "sim";
    private static final ZoneId ZONE = ZoneId.of("Africa/Harare");
    private final Dariro dariro;
    private final Vault vault;
    private final Crowd crowd;
    private final Volume volume;
    private final Instant begin;

    /**
     * How much there is.
     *
     * @param messages released posts, of all groups together
     * @param days over which they were written
     * @param textDays so many of the last days have their texts too
     */
    record Volume(int messages, int days, int textDays) {}

    Seed(Dariro dariro, Vault vault, Crowd crowd, Volume volume) {
        this.dariro = dariro;
        this.vault = vault;
        this.crowd = crowd;
        this.volume = volume;
        begin = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofDays(volume.days()));
    }

    /** Somebody who writes. */
    record Author(long place, Optional<Member> member) {}

    /** A group and who writes in it, the mentor first. */
    record Written(long group, List<Author> authors) {}

    /** Fills the database; {@link Stored#read} finds what is there. */
    void make() {
        Line line = dariro.database.inTransaction(tx -> dariro.lines.add(tx, ACCOUNT, Crowd.LINE, "*384#"));
        Price price = new Price(
                0,
                line.id(),
                "ZW",
                Optional.empty(),
                Optional.empty(),
                new Money(new BigDecimal("0.0425"), "USD"),
                LocalDate.ofInstant(begin, ZoneOffset.UTC),
                "bench",
                begin);
        dariro.database.useTransaction(tx -> dariro.prices.add(tx, price));
        long priceId = dariro.database.inTransaction(
                tx -> dariro.prices.list(tx, Optional.empty(), 0, 1).get(0).id());
        List<Written> written = new ArrayList<>();
        for (int number = 0; number < crowd.groups(); number++) {
            int group = number;
            written.add(dariro.database.inTransaction(tx -> enrol(tx, line, group)));
        }
        SeedLog log = new SeedLog(dariro, vault, begin, written);
        log.posts(volume.messages());
        log.texts(line.id(), priceId, volume);
        new SeedSafety(dariro, begin, written).make();
        new SeedCare(dariro, begin, written).make();
        budgets(written);
        people(written);
    }

    private Written enrol(Transaction tx, Line line, int number) {
        String code = "CIRCLE" + number;
        Group group = dariro.groups.create(
                tx,
                new Group(
                        0,
                        "Circle " + number,
                        code,
                        line.id(),
                        "en",
                        "ZW",
                        ReadingMode.AT_ONCE,
                        Duration.ofMinutes(5),
                        "",
                        true,
                        false));
        List<Author> authors = new ArrayList<>();
        authors.add(new Author(
                dariro.memberships
                        .add(tx, group, Optional.empty(), line.id(), Role.MENTOR, Standing.ACTIVE, nickname("Grace"), 0)
                        .id(),
                Optional.empty()));
        for (int place = 0; place < crowd.members(); place++) {
            int phone = number * crowd.members() + place;
            Member member = dariro.members.findOrRegister(tx, Msisdn.of(crowd.number(phone)), "en");
            authors.add(new Author(
                    dariro.memberships
                            .add(
                                    tx,
                                    group,
                                    Optional.of(member.id()),
                                    line.id(),
                                    Role.MEMBER,
                                    Standing.ACTIVE,
                                    nickname(crowd.nickname(phone)),
                                    0)
                            .id(),
                    Optional.of(member)));
        }
        tx.update("update groups set created_at = ? where id = ?", begin, group.id());
        tx.update("update memberships set created_at = ? where group_id = ?", begin, group.id());
        tx.update(
                "insert into consents (id, membership_id, event, wording, language, medium, at)"
                        + " select id + 1000000000000, id, 'given', 'bench', 'en', 'person', created_at from memberships"
                        + " where group_id = ? and role = 'MEMBER'",
                group.id());
        return new Written(group.id(), authors);
    }

    private static Nickname nickname(String written) {
        return new Nickname(written, Folding.key(written));
    }

    private void budgets(List<Written> written) {
        LocalDate today = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
        for (Written one : written) {
            dariro.budgeting.set(
                    one.group(),
                    new BudgetForm(
                            "5000",
                            null,
                            "USD",
                            today.minusDays(30).toString(),
                            today.plusDays(60).toString()),
                    "bench");
        }
    }

    private void people(List<Written> written) {
        Users users = new Users(
                new UserDao(),
                new LinkDao(),
                new SessionDao(),
                dariro.staff,
                new Passwords(),
                dariro.audit,
                dariro.ids,
                () -> begin);
        dariro.database.useTransaction(tx -> {
            List<Staff.Service> serves = written.stream()
                    .limit(Stored.OWN)
                    .map(one -> new Staff.Service(
                            one.group(), 1, Optional.of(one.authors().get(0).place())))
                    .toList();
            long staff = dariro.staff
                    .add(tx, new Staff(0, "Grace", Staff.Role.MENTOR, Optional.empty(), "en", ZONE, serves, false))
                    .id();
            add(tx, users, Stored.ADMINISTRATOR, StaffRole.ADMINISTRATOR, Optional.empty());
            add(tx, users, Stored.MENTOR, StaffRole.MENTOR, Optional.of(staff));
        });
    }

    private static void add(Transaction tx, Users users, String email, StaffRole role, Optional<Long> staff) {
        User user = users.add(
                tx,
                new User(
                        0,
                        email,
                        role.label(),
                        Set.of(role),
                        "en",
                        ZONE,
                        User.Theme.DEVICE,
                        true,
                        staff,
                        true,
                        false,
                        false),
                "bench");
        users.setPassword(tx, user, Stored.PASSWORD);
    }
}
