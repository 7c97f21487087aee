package org.dariro.console.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.dariro.Dariro;
import org.dariro.console.StaffRole;
import org.dariro.console.signin.LinkDao;
import org.dariro.console.signin.Passwords;
import org.dariro.console.signin.SessionDao;
import org.dariro.console.signin.UserDao;
import org.dariro.console.signin.Users;
import org.dariro.console.token.ApiToken;
import org.dariro.console.token.ApiTokenDao;
import org.dariro.console.token.ApiTokens;
import org.dariro.console.token.Holder;
import org.dariro.console.token.Holders;
import org.dariro.console.token.Scope;
import org.dariro.gateways.api.InboundSms;
import org.dariro.gateways.simulator.SimulatorGateway;
import org.dariro.member.Staff;
import org.dariro.member.StaffDao;
import org.dariro.member.StaffRoll;
import org.dariro.platform.Settings;
import org.dariro.platform.Vault;
import org.dariro.platform.Work;
import org.dariro.transcript.HandClock;
import org.junit.jupiter.api.function.Executable;

/** A whole service in memory with one line and one group, and the API's resources over it. */
final class Wired implements AutoCloseable {
    static final String LINE = "+263770000000";
    final Dariro dariro;
    final List<String> sent = new ArrayList<>();
    final LinesResource lines;
    final GroupsResource groups;
    final MembersResource members;
    final MemberResource member;
    final ImportResource load;
    final PostsResource posts;
    final MessagesResource messages;
    final PrivateWordsResource privateWords;
    final HoldsResource holds;
    final AlertsResource alerts;
    final AlertResource alert;
    final AlertDesk desk;
    final WatchesResource watches;
    final StaffRoll roll;
    final Holders holders;
    final ApiTokens tokens;
    final AttentionResource attention;
    final MuteResource mute;
    final HandClock clock = new HandClock();
    final GroupDeliveriesResource deliveries;
    final SummaryResource summary;
    final long group;
    final long lineId;
    private int texts;

    Wired() {
        clock.set(Instant.parse("2026-03-02T09:00:00Z"));
        dariro = new Dariro(
                        Settings.of(Map.of("DARIRO_DB_URL", "jdbc:h2:mem:" + UUID.randomUUID())),
                        Vault.inMemory(),
                        clock,
                        Work.inline())
                .start();
        ((SimulatorGateway) dariro.accounts.get("sim").gateway())
                .listener(text -> sent.add(text.to().e164() + " < " + text.text()));
        lines = new LinesResource(dariro.database, dariro.accounts, dariro.lines);
        groups = new GroupsResource(dariro.database, dariro.groups, dariro.convening);
        members = new MembersResource(
                dariro.database, dariro.groups, dariro.memberships, dariro.members, dariro.enrolment);
        member = new MemberResource(
                dariro.database,
                dariro.groups,
                dariro.memberships,
                dariro.members,
                dariro.tending,
                dariro.moderation,
                dariro.engagement,
                dariro.placeRecords,
                dariro.numbering);
        load = new ImportResource(
                dariro.database, dariro.groups, new MemberImport(dariro.enrolment, dariro.placeRecords));
        posts = new PostsResource(dariro.database, dariro.groups, dariro.log, dariro.mentoring, dariro.safeguard);
        messages = new MessagesResource(dariro.database, dariro.groups, dariro.memberships, dariro.mentoring);
        privateWords =
                new PrivateWordsResource(dariro.database, dariro.groups, dariro.memberships, dariro.privateWords);
        holds = new HoldsResource(dariro.database, dariro.safeguard);
        alerts = new AlertsResource(dariro.database, dariro.alerts, dariro.memberships, clock);
        roll = new StaffRoll(new StaffDao(), dariro.ids, clock);
        holders = new Holders(
                new Users(
                        new UserDao(),
                        new LinkDao(),
                        new SessionDao(),
                        roll,
                        new Passwords(),
                        dariro.audit,
                        dariro.ids,
                        clock),
                roll);
        tokens = new ApiTokens(
                dariro.database,
                new ApiTokenDao(),
                holders,
                dariro.groups,
                dariro.audit,
                Settings.of(Map.of("DARIRO_API_TOKEN", "x")),
                dariro.ids,
                clock);
        desk = new AlertDesk(
                dariro.database,
                dariro.alerts,
                dariro.safeguard,
                dariro.reports,
                dariro.protocols,
                dariro.groups,
                dariro.log,
                dariro.memberships,
                dariro.members,
                dariro.closure,
                dariro.mentoring,
                clock);
        alert = new AlertResource(desk, dariro.alerts, dariro.watches, dariro.closure, dariro.handOver);
        attention = new AttentionResource(dariro.database, dariro.groups, dariro.attention);
        mute = new MuteResource(dariro.database, dariro.groups, dariro.memberships, dariro.members, dariro.moderation);
        watches = new WatchesResource(dariro.database, dariro.watches, dariro.memberships);
        deliveries = new GroupDeliveriesResource(new DeliveryList(dariro.database, dariro.groups, dariro.deliveries));
        summary = new SummaryResource(
                dariro.database, dariro.groups, dariro.memberships, dariro.log, dariro.safeguard, dariro.deliveries);
        lineId = lines.add("Nomsa", new LinesResource.NewLine("sim", LINE, "*384#", null, null, null))
                .id();
        group = groups.create(
                        as("setup"),
                        new GroupForm.NewGroup(
                                "Hope", null, lineId, null, "ZW", null, null, null, null, null, null, null))
                .id();
    }

    /** A caller with all roles, for all groups. */
    static Caller as(String name) {
        return as(name, Set.of());
    }

    static Caller as(String name, Set<Long> groups) {
        return new Caller(new ApiToken(name, EnumSet.allOf(StaffRole.class), groups), false);
    }

    /** A program's token with all roles and scopes, for all groups. */
    static Caller program(String name) {
        return new Caller(
                new ApiToken(
                        name,
                        name,
                        false,
                        EnumSet.allOf(StaffRole.class),
                        EnumSet.allOf(Scope.class),
                        Set.of(),
                        Optional.empty()),
                false);
    }

    /** One of the staff who serves a group. */
    Holder staff(String name, Staff.Role role, Set<Long> serves) {
        return dariro.database.inTransaction(tx -> {
            long id = roll.add(
                            tx,
                            new Staff(
                                    0,
                                    name,
                                    role,
                                    Optional.empty(),
                                    "en",
                                    ZoneOffset.UTC,
                                    serves.stream()
                                            .map(one -> new Staff.Service(one, 1, Optional.empty()))
                                            .toList(),
                                    false))
                    .id();
            return holders.ofStaff(tx, id).orElseThrow();
        });
    }

    /** The queue, as Grace sees it. */
    List<AlertView> queue() {
        return alerts.list(as("Grace"), null, null, null, null, null, null).items();
    }

    List<HoldView> waiting() {
        return holds.waiting(as("Grace"), null, null).items();
    }

    MemberView enrol(String number, String nickname) {
        return members.enrol(
                as("Grace"), group, new MembersResource.NewMember(number, nickname, null, null, null, null));
    }

    MemberView enrolInPerson(String number, String nickname) {
        return members.enrol(
                as("Grace"),
                group,
                new MembersResource.NewMember(number, nickname, null, null, "in-person", "Clinic, form 1"));
    }

    MemberView mentor(String nickname) {
        return members.enrol(
                as("Grace"), group, new MembersResource.NewMember(null, nickname, null, "mentor", null, null));
    }

    MemberView member(long id) {
        return members.list(group).items().stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow();
    }

    void text(String from, String text) {
        dariro.camel.send("direct:inlet-sms", new InboundSms("sim", "m" + texts++, from, LINE, text));
        dariro.runDue();
    }

    /** What phones got since the last call. */
    List<String> got() {
        dariro.runDue();
        List<String> got = List.copyOf(sent);
        sent.clear();
        return got;
    }

    @Override
    public void close() {
        dariro.close();
    }

    /** The problem that a call is refused with, which must have this status. */
    static Problem refused(int status, Executable call) {
        Problem problem = assertThrows(Refused.class, call).problem();
        assertEquals(status, problem.status(), problem.toString());
        return problem;
    }
}
