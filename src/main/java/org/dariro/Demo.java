package org.dariro;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.dariro.conversation.Joining;
import org.dariro.conversation.Speaker;
import org.dariro.gateway.Line;
import org.dariro.gateway.Lines;
import org.dariro.gateways.api.InboundSms;
import org.dariro.gateways.api.Msisdn;
import org.dariro.group.Group;
import org.dariro.group.Groups;
import org.dariro.group.Memberships;
import org.dariro.group.ReadingMode;
import org.dariro.group.Role;
import org.dariro.group.Standing;
import org.dariro.inbound.FrontDoor;
import org.dariro.member.Member;
import org.dariro.member.Members;
import org.dariro.member.Nickname;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Transaction;

/**
 * The demo ({@code DARIRO_DEMO=true}): a group HOPE on the simulator's line, with two people on the first two phones of the
 * page, others elsewhere, a mentor, and the beginning of a conversation. The third phone is for who tries it: JOIN HOPE.
 * Nothing is touched once there is any group.
 */
@Component
public class Demo {
    static final String LINE = "+263770000000";
    static final String SERVICE_CODE = "*384#";
    private final Database database;
    private final Lines lines;
    private final Groups groups;
    private final Members members;
    private final Memberships memberships;
    private final Joining joining;
    private final FrontDoor frontDoor;

    @Inject
    public Demo(
            Database database,
            Lines lines,
            Groups groups,
            Members members,
            Memberships memberships,
            Joining joining,
            FrontDoor frontDoor) {
        this.database = database;
        this.lines = lines;
        this.groups = groups;
        this.members = members;
        this.memberships = memberships;
        this.joining = joining;
        this.frontDoor = frontDoor;
    }

    private record Person(String number, String nickname) {}

    private static final List<Person> PEOPLE = List.of(
            new Person("+263771000001", "Thandi"),
            new Person("+263771000002", "Rudo"),
            new Person("+263771000004", "Chipo"),
            new Person("+263771000005", "Tino"));

    private record Said(String number, String text) {}

    private static final List<Said> CONVERSATION = List.of(
            new Said("+263771000004", "Good morning all. How did everyone sleep?"),
            new Said("+263771000005", "Not so well, but better since we talked. Thank you for listening"),
            new Said("+263771000002", "Me too. The walk you told us about helps"),
            new Said("+263771000001", "Welcome to whoever joins today. Just write, everyone here reads you"));

    /** Seeds the demo unless there is a group already. */
    public void seed(String account) {
        boolean fresh = database.inTransaction(tx -> {
            if (!groups.all(tx).isEmpty()) {
                return false;
            }
            seed(tx, account);
            return true;
        });
        if (fresh) {
            for (int i = 0; i < CONVERSATION.size(); i++) {
                Said said = CONVERSATION.get(i);
                frontDoor.take(new InboundSms(account, "demo-" + i, said.number(), LINE, said.text()));
            }
        }
    }

    private void seed(Transaction tx, String account) {
        Line line = lines.byAddress(account, LINE).orElseGet(() -> lines.add(tx, account, LINE, SERVICE_CODE));
        Group group = groups.create(
                tx,
                new Group(
                        0,
                        "HOPE",
                        "HOPE",
                        line.id(),
                        "en",
                        "ZW",
                        ReadingMode.AT_ONCE,
                        Duration.ofMinutes(5),
                        "",
                        true,
                        false));
        memberships.add(tx, group, Optional.empty(), line.id(), Role.MENTOR, Standing.ACTIVE, nickname("Grace"), 0);
        for (Person person : PEOPLE) {
            Member member = members.findOrRegister(tx, Msisdn.of(person.number()), "en");
            joining.consentInPerson(
                    tx,
                    new Speaker(
                            member,
                            line,
                            memberships.add(
                                    tx,
                                    group,
                                    Optional.of(member.id()),
                                    line.id(),
                                    Role.MEMBER,
                                    Standing.INVITED,
                                    nickname(person.nickname()),
                                    0),
                            group),
                    "demo");
        }
    }

    private static Nickname nickname(String written) {
        return Nickname.parse(written).match(good -> good, bad -> {
            throw new IllegalStateException("The demo has a bad nickname");
        });
    }
}
