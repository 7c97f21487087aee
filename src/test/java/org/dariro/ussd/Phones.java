package org.dariro.ussd;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dariro.Dariro;
import org.dariro.gateways.api.InboundSms;
import org.dariro.gateways.api.Inlet;
import org.dariro.gateways.api.Msisdn;
import org.dariro.gateways.api.UssdReply;
import org.dariro.gateways.api.UssdRequest;
import org.dariro.gateways.simulator.SimulatorGateway;
import org.dariro.group.Group;
import org.dariro.group.Membership;
import org.dariro.group.ReadingMode;
import org.dariro.group.Role;
import org.dariro.group.Standing;
import org.dariro.member.Member;
import org.dariro.member.Nickname;
import org.dariro.platform.Settings;
import org.dariro.platform.Vault;
import org.dariro.platform.Work;

/** A service in memory with the circle HOPE, the phones of its members, and a clock that stands still until moved. */
final class Phones implements AutoCloseable {
    static final String THANDI = "+263771000001";
    static final String RUDO = "+263771000002";
    static final String CODE = "*384#";
    final List<String> received = new ArrayList<>();
    final Dariro dariro;
    private Instant now = Instant.parse("2026-03-02T09:00:00Z");
    private int ids;
    private long line;

    Phones(String database) {
        this(database, ReadingMode.BUNDLED);
    }

    Phones(String database, ReadingMode mode) {
        dariro = new Dariro(
                        Settings.of(Map.of(
                                "DARIRO_DB_URL",
                                "jdbc:h2:mem:" + database,
                                "DARIRO_LOOP_TEXTS",
                                "1000000",
                                "DARIRO_FLOOD_TEXTS",
                                "1000000")),
                        Vault.inMemory(),
                        () -> now,
                        Work.inline())
                .start();
        ((SimulatorGateway) dariro.accounts.get("sim").gateway())
                .listener(text -> received.add(text.to().e164() + " < " + text.text()));
        dariro.database.useTransaction(
                tx -> line = dariro.lines.add(tx, "sim", "+263770000000", CODE).id());
        group("HOPE", mode);
        member("HOPE", THANDI, "Thandi");
        member("HOPE", RUDO, "Rudo");
    }

    void group(String name, ReadingMode mode) {
        dariro.database.useTransaction(tx -> dariro.groups.create(
                tx, new Group(0, name, name, line, "en", "ZW", mode, Duration.ofMinutes(30), "", false, false)));
    }

    void member(String group, String number, String nickname) {
        member(group, number, Standing.ACTIVE, nickname);
    }

    void member(String group, String number, Standing standing, String nickname) {
        dariro.database.useTransaction(tx -> {
            Group there = dariro.groups.byCode(tx, group).orElseThrow();
            Member member = dariro.members.findOrRegister(tx, Msisdn.of(number), "en");
            dariro.memberships.add(
                    tx,
                    there,
                    Optional.of(member.id()),
                    line,
                    Role.MEMBER,
                    standing,
                    nickname.isEmpty() ? null : Nickname.parse(nickname).match(good -> good, bad -> null),
                    dariro.log.lastSeq(tx, there.id()));
        });
    }

    void pass(Duration time) {
        now = now.plus(time);
        dariro.runDue();
    }

    void text(String from, String words) {
        dariro.camel.send(Inlet.SMS, new InboundSms("sim", "m" + ids++, from, "+263770000000", words));
        dariro.runDue();
    }

    /** Dials, and types one thing after the other; the last screen. */
    String dial(String from, String... typed) {
        Dialled session = session(from);
        for (String one : typed) {
            session.type(one);
        }
        return session.shown();
    }

    /** A session whose menu is shown. */
    Dialled session(String from) {
        Dialled session = new Dialled(from, "s" + ids++);
        session.send("");
        return session;
    }

    UssdReply send(String session, String from, String text) {
        UssdReply reply =
                dariro.camel.request(Inlet.USSD, new UssdRequest("sim", session, from, CODE, text), UssdReply.class);
        dariro.runDue();
        return reply;
    }

    /** Lets all sessions stand at a screen. */
    void turnTo(Screen screen) {
        dariro.database.useTransaction(tx -> tx.update("update ussd_sessions set state = ?", screen.saved()));
    }

    long cursor(String number) {
        return place(number).cursor();
    }

    Membership place(String number) {
        return dariro.database.inTransaction(tx -> dariro.memberships
                .of(tx, dariro.members.find(tx, Msisdn.of(number)).orElseThrow().id())
                .iterator()
                .next());
    }

    /** Posts and private words there are. */
    long words() {
        return count("posts") + count("private_words");
    }

    long count(String table) {
        return dariro.database.inTransaction(tx ->
                tx.query("select count(*) from " + table).mapTo(long.class).one());
    }

    @Override
    public void close() {
        dariro.close();
    }

    /** One session, as the carrier sees it. */
    final class Dialled {
        private final String from;
        private final String id;
        private String text = "";
        private UssdReply reply = new UssdReply("", true);

        Dialled(String from, String id) {
            this.from = from;
            this.id = id;
        }

        String send(String all) {
            text = all;
            reply = Phones.this.send(id, from, all);
            return shown();
        }

        String type(String one) {
            return send(text.isEmpty() ? one : text + "*" + one);
        }

        String repeat() {
            return send(text);
        }

        String text() {
            return text;
        }

        boolean more() {
            return reply.more();
        }

        String shown() {
            return reply.prefixed();
        }
    }
}
