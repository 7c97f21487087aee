package org.dariro.console.pages;

import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.dariro.Dariro;
import org.dariro.console.StaffRole;
import org.dariro.console.signin.FailureDao;
import org.dariro.console.signin.FirstAdministrator;
import org.dariro.console.signin.LinkDao;
import org.dariro.console.signin.OpenId;
import org.dariro.console.signin.OpenIdReturns;
import org.dariro.console.signin.Passwords;
import org.dariro.console.signin.Patience;
import org.dariro.console.signin.SecondFactor;
import org.dariro.console.signin.SessionDao;
import org.dariro.console.signin.Sessions;
import org.dariro.console.signin.SignIn;
import org.dariro.console.signin.SignInSettings;
import org.dariro.console.signin.User;
import org.dariro.console.signin.UserDao;
import org.dariro.console.signin.Users;
import org.dariro.conversation.PostPrice;
import org.dariro.gateway.Line;
import org.dariro.gateways.api.InboundSms;
import org.dariro.gateways.api.Msisdn;
import org.dariro.group.Group;
import org.dariro.group.Membership;
import org.dariro.group.ReadingMode;
import org.dariro.group.Role;
import org.dariro.group.Standing;
import org.dariro.member.Member;
import org.dariro.member.Nickname;
import org.dariro.member.Staff;
import org.dariro.member.StaffDao;
import org.dariro.member.StaffRoll;
import org.dariro.platform.Ids;
import org.dariro.platform.Settings;
import org.dariro.platform.Templates;
import org.dariro.platform.Vault;
import org.dariro.platform.Work;
import org.dariro.programme.ProgrammeVoice;
import org.dariro.safeguarding.Alert;
import org.dariro.safeguarding.AlertQuery;
import org.dariro.transcript.HandClock;

/** A whole service in memory, and the console over it. */
public final class Desk implements AutoCloseable {
    public static final String LINE = "+263770000000";
    public static final String PASSWORD = "four quiet river stones";
    public final HandClock clock = new HandClock();
    public final Dariro dariro;
    public final Vault vault = Vault.inMemory();
    public final Ids ids;
    public final Passwords passwords = new Passwords();
    public final UserDao userDao = new UserDao();
    public final StaffRoll roll;
    public final Users users;
    public final Sessions sessions;
    public final Patience patience;
    public final SecondFactor factor;
    public final SignIn signIn;
    public final OpenId openId;
    public final Words words = new Words(Templates.shipped());
    public final Renderer renderer = new Renderer(new AssetFiles());
    public final Visits visits;
    public final Keepers keepers;
    public final Settings settings;
    private int texts;

    public Desk(Map<String, String> given) {
        Map<String, String> all = new HashMap<>(given);
        all.put("DARIRO_DB_URL", "jdbc:h2:mem:" + UUID.randomUUID());
        settings = Settings.of(all);
        dariro = new Dariro(settings, vault, clock, Work.inline()).start();
        ids = new Ids(dariro.database);
        SignInSettings rules = SignInSettings.of(settings);
        SessionDao sessionDao = new SessionDao();
        roll = new StaffRoll(new StaffDao(), ids, clock);
        users = new Users(userDao, new LinkDao(), sessionDao, roll, passwords, dariro.audit, ids, clock);
        sessions = new Sessions(dariro.database, sessionDao, vault, ids, clock, rules);
        patience = new Patience(dariro.database, new FailureDao(), vault, clock);
        factor = new SecondFactor(userDao, vault, dariro.audit, clock);
        signIn =
                new SignIn(dariro.database, userDao, passwords, factor, sessions, patience, dariro.audit, vault, rules);
        openId = new OpenId(dariro.database, userDao, new OpenIdReturns(), signIn, patience, vault, clock, settings);
        visits = new Visits(dariro.database, sessions, users, words, rules, clock);
        keepers = new Keepers(dariro.database, dariro.groups, dariro.memberships, dariro.safeguard, dariro.alerts);
    }

    public FirstAdministrator firstAdministrator() {
        return new FirstAdministrator(dariro.database, users, settings);
    }

    public User add(String name, StaffRole role, Set<Long> groups) {
        return add(name, Set.of(role), groups);
    }

    public User add(String name, Set<StaffRole> roles, Set<Long> groups) {
        return dariro.database.inTransaction(tx -> {
            Optional<Long> staff = roles.contains(StaffRole.MENTOR)
                    ? Optional.of(roll.add(
                                    tx,
                                    new Staff(
                                            0,
                                            name,
                                            Staff.Role.MENTOR,
                                            Optional.empty(),
                                            "en",
                                            ZoneId.of("Africa/Harare"),
                                            groups.stream()
                                                    .map(group -> new Staff.Service(group, 1, Optional.empty()))
                                                    .toList(),
                                            false))
                            .id())
                    : Optional.empty();
            User user = users.add(
                    tx,
                    new User(
                            0,
                            name.toLowerCase(java.util.Locale.ROOT) + "@example.org",
                            name,
                            roles,
                            "en",
                            ZoneId.of("Africa/Harare"),
                            User.Theme.DEVICE,
                            true,
                            staff,
                            true,
                            false,
                            false),
                    "service");
            userDao(tx, user);
            return users.find(tx, user.id()).orElseThrow();
        });
    }

    private void userDao(org.dariro.platform.Transaction tx, User user) {
        users.setPassword(tx, user, PASSWORD);
    }

    /** A visit of somebody who has given the password, and needs no second factor. */
    public Visit visit(User user) {
        SignIn.Tried tried = signIn.password(user.email(), PASSWORD, "10.0.0.1", "test");
        return visit(((SignIn.Tried.Right) tried).token());
    }

    public Visit visit(String token) {
        return visits.visit(new Visits.Call(name -> null, name -> token, "10.0.0.1", false));
    }

    public Visit nobody() {
        return visits.visit(new Visits.Call(name -> null, name -> null, "10.0.0.1", false));
    }

    /** A group on the simulator's line, with a mentor Grace. */
    public long group(String code) {
        return dariro.database.inTransaction(tx -> {
            Line line = dariro.lines.byAddress("sim", LINE).orElseGet(() -> dariro.lines.add(tx, "sim", LINE, "*384#"));
            Group group = dariro.groups.create(
                    tx,
                    new Group(
                            0,
                            code,
                            code,
                            line.id(),
                            "en",
                            "ZW",
                            ReadingMode.AT_ONCE,
                            Duration.ofMinutes(5),
                            "",
                            true,
                            false));
            dariro.memberships.add(
                    tx, group, Optional.empty(), line.id(), Role.MENTOR, Standing.ACTIVE, nickname("Grace"), 0);
            return group.id();
        });
    }

    private static Nickname nickname(String written) {
        return Nickname.parse(written).match(good -> good, bad -> {
            throw new IllegalArgumentException(written);
        });
    }

    /** Somebody who takes part. */
    public Membership member(long group, String number, String nickname) {
        return dariro.database.inTransaction(tx -> {
            Group in = dariro.groups.get(tx, group);
            Member member = dariro.members.findOrRegister(tx, Msisdn.of(number), "en");
            return dariro.memberships.add(
                    tx, in, Optional.of(member.id()), in.lineId(), Role.MEMBER, Standing.ACTIVE, nickname(nickname), 0);
        });
    }

    /** A text of {@code from} to the groups' line, and all that follows from it. */
    void text(String from, String words) {
        dariro.camel.send("direct:inlet-sms", new InboundSms("sim", "t" + texts++, from, LINE, words));
        dariro.runDue();
    }

    /** What must be acted on now, the gravest first. */
    List<Alert> alerts() {
        return dariro.database.inTransaction(tx -> dariro.alerts.list(tx, AlertQuery.all(AlertQuery.Kind.NOW)));
    }

    /** The gravest alert that must be acted on now. */
    long alert() {
        return alerts().get(0).id();
    }

    /** The first post that is held. */
    long hold() {
        return dariro.database
                .inTransaction(tx -> dariro.safeguard.waiting(tx))
                .get(0)
                .hold()
                .id();
    }

    public Reads reads() {
        return new Reads(dariro.audit, clock);
    }

    /** What the page of a member is filled with. */
    MemberFile memberFile() {
        return new MemberFile(
                dariro.groups,
                dariro.memberships,
                dariro.members,
                dariro.placeRecords,
                dariro.engagement,
                dariro.attention,
                dariro.wellbeing,
                dariro.alertHistory,
                dariro.privateWords,
                dariro.waitingWords,
                dariro.messages,
                reads(),
                clock);
    }

    public TodayPage today() {
        return new TodayPage(
                dariro.database,
                dariro.groups,
                dariro.memberships,
                dariro.alerts,
                dariro.watches,
                dariro.safeguard,
                dariro.attention,
                dariro.waitingWords,
                dariro.budgeting,
                new ReadMarkDao(),
                new Duties(dariro.rotas, dariro.callees, clock),
                dariro.editing,
                reads(),
                new CallsShown(dariro.escalation, dariro.alerts, roll, clock),
                new AlertRows(dariro.groups, dariro.memberships, reads(), clock),
                pulse(),
                live());
    }

    /** What the pages of the spend show. */
    public SpendSheet spendSheet() {
        return new SpendSheet(
                dariro.database,
                dariro.groups,
                dariro.spending,
                dariro.spendOverview,
                dariro.spendNames,
                dariro.budgeting,
                dariro.budgets,
                clock);
    }

    public Voices voices() {
        return new Voices(dariro.memberships);
    }

    public PostPrice price() {
        return new PostPrice(dariro.memberships, dariro.members, dariro.lines, dariro.accounts, dariro.tariff);
    }

    public OwnReplyDao ownReplies() {
        return new OwnReplyDao(vault, ids, clock);
    }

    public Pulse pulse() {
        return new Pulse(new PulseDao(), clock);
    }

    public Live live() {
        return new Live(dariro.database, pulse(), Work.inline(), clock);
    }

    public Writing writing() {
        return new Writing(
                voices(),
                dariro.memberships,
                price(),
                dariro.mentoring,
                dariro.schedule,
                dariro.savedReplies,
                ownReplies(),
                new DraftDao(vault, clock),
                new AnsweringDao(clock),
                clock);
    }

    public Agenda agenda() {
        return new Agenda(
                dariro.groups,
                dariro.memberships,
                dariro.schedule,
                dariro.guests,
                new ProgrammeVoice(dariro.memberships, dariro.log, dariro.messages),
                price());
    }

    public GroupPage groupPage() {
        Talk talk = new Talk(
                dariro.log,
                dariro.memberships,
                dariro.safeguard,
                dariro.alerts,
                dariro.deliveries,
                dariro.privateWords);
        return new GroupPage(dariro.database, dariro.groups, talk, writing(), new ReadMarkDao(), reads(), pulse());
    }

    public String html(Object page) {
        return renderer.render((Page) page);
    }

    @Override
    public void close() {
        dariro.close();
    }
}
