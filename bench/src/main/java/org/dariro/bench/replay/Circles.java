package org.dariro.bench.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dariro.Dariro;
import org.dariro.gateway.Line;
import org.dariro.gateways.api.Msisdn;
import org.dariro.group.Group;
import org.dariro.group.LoggedPost;
import org.dariro.group.Membership;
import org.dariro.group.Role;
import org.dariro.group.Standing;
import org.dariro.member.Member;
import org.dariro.member.Nickname;
import org.dariro.platform.Folding;
import org.dariro.platform.Transaction;

/**
 * The groups of a trace in the service. Members are written straight into the stores: they gave their consent elsewhere,
 * and their nicknames need not pass the rules of ours.
 */
final class Circles {
    /** The number that all members text to. */
    static final String LINE = "+263770000000";

    private static final Map<String, String> LANGUAGES =
            Map.of("eng", "en", "swa", "sw", "sna", "sn", "zul", "zu", "spa", "es");
    private final Map<String, Long> groups = new HashMap<>();
    private final Map<Msisdn, Phone> phones = new HashMap<>();
    private final Map<String, List<Msisdn>> numbers = new HashMap<>();
    private final Map<Long, Integer> places = new HashMap<>();

    private Circles() {}

    /** Whose a phone is. */
    record Phone(String group, int place) {}

    static Circles enrol(Dariro dariro, String account, Trace trace, Policy policy) {
        Circles circles = new Circles();
        dariro.database.useTransaction(tx -> {
            Line line = dariro.lines.add(tx, account, LINE, "");
            trace.groups().values().forEach(circle -> circles.enrol(dariro, tx, line, circle, policy));
        });
        return circles;
    }

    private void enrol(Dariro dariro, Transaction tx, Line line, Trace.Circle circle, Policy policy) {
        int index = groups.size();
        Group group = dariro.groups.create(
                tx,
                new Group(
                        0,
                        "CIRCLE" + index,
                        "CIRCLE" + index,
                        line.id(),
                        "en",
                        "ZW",
                        policy.mode(),
                        policy.window(),
                        "",
                        false,
                        false));
        groups.put(circle.name(), group.id());
        Set<String> keys = new HashSet<>();
        List<Msisdn> own = new ArrayList<>();
        for (int place = 0; place < circle.nicknames().size(); place++) {
            Msisdn number = Msisdn.of(String.format("+26377%03d%04d", 100 + index, place));
            String language = LANGUAGES.getOrDefault(circle.languages().get(place), "en");
            Member member = dariro.members.findOrRegister(tx, number, language);
            String nickname = circle.nicknames().get(place);
            String key = Folding.key(nickname);
            Membership membership = dariro.memberships.add(
                    tx,
                    group,
                    Optional.of(member.id()),
                    line.id(),
                    Role.MEMBER,
                    Standing.ACTIVE,
                    new Nickname(nickname, keys.add(key) ? key : key + place),
                    0);
            places.put(membership.id(), place);
            phones.put(number, new Phone(circle.name(), place));
            own.add(number);
        }
        numbers.put(circle.name(), own);
    }

    /** The number of a member. */
    String number(String group, int place) {
        return numbers.getOrDefault(group, List.of()).get(place).e164();
    }

    /** Whose a number is. */
    Phone phone(Msisdn number) {
        Phone phone = phones.get(number);
        if (phone == null) {
            throw new IllegalStateException("A text went to a number that is in no group");
        }
        return phone;
    }

    /**
     * What each group may read, line by line of the trace. A group's log is in the order of the trace, as each line was
     * released before the next came; a line that the service refused is missing in it.
     */
    Map<String, List<Posted>> posted(Dariro dariro, Trace trace) {
        Map<String, List<Posted>> posted = new HashMap<>();
        trace.groups().values().forEach(circle -> {
            List<LoggedPost> log = dariro.database.inTransaction(
                    tx -> dariro.log.after(tx, groups.getOrDefault(circle.name(), -1L), 0, Integer.MAX_VALUE));
            posted.put(circle.name(), match(circle, log));
        });
        return posted;
    }

    private List<Posted> match(Trace.Circle circle, List<LoggedPost> log) {
        List<Posted> posted = new ArrayList<>(log.size());
        Iterator<Trace.Line> lines = circle.lines().iterator();
        int spare = circle.lines().size() - log.size();
        for (LoggedPost post : log) {
            Trace.Line line = lines.next();
            while (spare > 0 && !saysTheSame(line, post)) {
                line = lines.next();
                spare--;
            }
            if (line.sender() != author(post)) {
                throw new IllegalStateException("The log of a group is not in the order of the trace");
            }
            posted.add(new Posted(
                    line, post.post().seq(), post.nickname(), post.post().text()));
        }
        return posted;
    }

    /** Lines are sought only where some were refused; a masked post is then known by its author. */
    private boolean saysTheSame(Trace.Line line, LoggedPost post) {
        return line.sender() == author(post) && line.text().length() <= 1_600;
    }

    private int author(LoggedPost post) {
        return places.getOrDefault(post.post().author(), -1);
    }
}
