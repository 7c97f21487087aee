package org.dariro.transcript;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dariro.conversation.Attempt;
import org.dariro.conversation.Enrolment;
import org.dariro.group.Membership;
import org.dariro.group.Role;
import org.dariro.platform.Transaction;
import org.dariro.safeguarding.Alert;
import org.dariro.safeguarding.AlertOutcome;
import org.dariro.safeguarding.AlertQuery;

/** What mentors do about alerts and people, over the parts of a service. */
final class Desk {
    private final Parts parts;
    private final Instant now;

    Desk(Parts parts, Instant now) {
        this.parts = parts;
        this.now = now;
    }

    private void does(BiConsumer<Transaction, Long> action, String member) {
        parts.database.useTransaction(tx -> action.accept(tx, latest(tx, member).id()));
        parts.runDue();
    }

    private Alert latest(Transaction tx, String member) {
        return parts.alerts.list(tx, AlertQuery.all(AlertQuery.Kind.ALL)).stream()
                .filter(alert -> name(tx, alert).equals(member))
                .reduce((earlier, later) -> later.id() > earlier.id() ? later : earlier)
                .orElseThrow(() -> new IllegalArgumentException("no alert is about " + member));
    }

    private String name(Transaction tx, Alert alert) {
        return alert.membership()
                .flatMap(id -> parts.memberships.find(tx, id))
                .map(Membership::name)
                .orElse("-");
    }

    void claim(String by, String member, boolean takeOver) {
        does((tx, id) -> parts.alerts.claim(tx, id, by, takeOver), member);
    }

    void letGo(String by, String member) {
        does((tx, id) -> parts.alerts.letGo(tx, id, by), member);
    }

    void step(String by, String member, String step) {
        does((tx, id) -> parts.alerts.step(tx, id, by, step, true, ""), member);
    }

    void handOver(String by, String member, String to) {
        does((tx, id) -> parts.handOver.give(tx, id, by, to, ""), member);
    }

    void putOff(String by, String member, Duration time) {
        does((tx, id) -> parts.alerts.putOff(tx, id, by, now.plus(time), ""), member);
    }

    void watch(String by, String member, Duration time) {
        does((tx, id) -> parts.watches.place(tx, id, by, now.plus(time), ""), member);
    }

    void close(String by, String member, String outcome) {
        AlertOutcome came =
                AlertOutcome.valueOf(outcome.toUpperCase(Locale.ROOT).replace('-', '_'));
        does((tx, id) -> parts.alerts.close(tx, id, by, came, ""), member);
    }

    void reopen(String by, String member) {
        does((tx, id) -> parts.alerts.reopen(tx, id, by, "Look again"), member);
    }

    void write(String by, String member, String text) {
        does(
                (tx, id) -> {
                    Alert alert = parts.alerts.write(tx, id, by);
                    Membership to = place(tx, member);
                    parts.mentoring
                            .tell(tx, parts.groups.get(tx, to.groupId()), to, by, text, alert.id(), by)
                            .match(told -> true, faults -> {
                                throw new IllegalArgumentException("refused: " + faults);
                            });
                },
                member);
    }

    private Membership place(Transaction tx, String member) {
        return parts.groups.all(tx).stream()
                .flatMap(group -> parts.memberships.in(tx, group.id()).stream())
                .filter(place -> place.name().equals(member))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no " + member));
    }

    void mute(String by, String member, int days) {
        person(member, (tx, place) -> parts.moderation
                .mute(tx, parts.groups.get(tx, place.groupId()), place, days, "Insults", by)
                .match(done -> true, faults -> {
                    throw new IllegalArgumentException("refused: " + faults);
                }));
    }

    void unmute(String by, String member) {
        person(member, (tx, place) -> parts.moderation.unmute(tx, parts.groups.get(tx, place.groupId()), place, by));
    }

    void remove(String by, String member) {
        person(
                member,
                (tx, place) -> parts.moderation.remove(tx, parts.groups.get(tx, place.groupId()), place, "Moved", by));
    }

    void move(String by, String member, String to) {
        person(
                member,
                (tx, place) -> done(
                        parts.moving.move(tx, place, parts.groups.byCode(tx, to).orElseThrow(), "Nearer to home", by)));
    }

    void erase(String by, String member) {
        person(member, (tx, place) -> done(parts.erasure.erase(tx, place, member, by)));
    }

    void pause(String by, String member, int days) {
        person(
                member,
                (tx, place) ->
                        done(parts.moderation.pause(tx, parts.groups.get(tx, place.groupId()), place, days, by)));
    }

    void resume(String by, String member) {
        person(
                member,
                (tx, place) -> done(parts.moderation.resume(tx, parts.groups.get(tx, place.groupId()), place, by)));
    }

    void enrol(String by, String number, String group) {
        Enrolment.Wish wish = new Enrolment.Wish(number, "", "", Role.MEMBER, Optional.of("On paper, form 7"));
        parts.database.useTransaction(tx ->
                done(parts.enrolment.enrol(tx, parts.groups.byCode(tx, group).orElseThrow(), wish, by)));
        parts.runDue();
    }

    private static <T> void done(Attempt<T> attempt) {
        attempt.match(done -> true, faults -> {
            throw new IllegalArgumentException("refused: " + faults);
        });
    }

    private void person(String member, BiConsumer<Transaction, Membership> action) {
        parts.database.useTransaction(tx -> action.accept(tx, place(tx, member)));
        parts.runDue();
    }

    /** What must be acted on now: {@code critical Thandi (Grace), high Rudo}; {@code nothing} when there is nothing. */
    String queue() {
        String queue = parts.database.inTransaction(tx -> parts
                .alerts
                .list(tx, new AlertQuery(AlertQuery.Kind.NOW, Set.of(), Optional.empty(), Optional.empty(), 0, 100))
                .stream()
                .map(alert -> alert.severity().name().toLowerCase(Locale.ROOT) + " " + name(tx, alert)
                        + (alert.state() == Alert.State.CLOSING ? " closing" : "")
                        + alert.claimAt(now)
                                .map(claim -> " (" + claim.by() + ")")
                                .orElse(""))
                .collect(Collectors.joining(", ")));
        return queue.isEmpty() ? "nothing" : queue;
    }

    /** The private words that belong to the latest alert on somebody. */
    String conversation(String member) {
        List<String> words = parts.database.inTransaction(
                tx -> parts.privateWords.ofAlerts(tx, List.of(latest(tx, member).id())).stream()
                        .map(one -> (one.mentor() == null ? member : one.mentor()) + ": " + one.text())
                        .toList());
        return String.join(" / ", words);
    }

    /** What screening found in somebody's posts, as it stands beside them. */
    String tags(String member) {
        String tags = parts.database.inTransaction(tx -> {
            List<Long> posts = tx.query("select id from posts where membership_id = ? order by id")
                    .bind(0, place(tx, member).id())
                    .mapTo(Long.class)
                    .list();
            var found = parts.safeguard.tags(tx, posts);
            return posts.stream()
                    .filter(found::containsKey)
                    .map(found::get)
                    .map(tag -> tag.severity() + " " + tag.category())
                    .collect(Collectors.joining(", "));
        });
        return tags.isEmpty() ? "nothing" : tags;
    }

    /** What a group wants: {@code first of Thandi, Rudo; silent Chipo; low Rudo}. */
    String attention() {
        return parts.database.inTransaction(tx -> {
            var wanted = parts.attention.of(
                    tx, parts.groups.all(tx).stream().map(group -> group.id()).toList());
            String posts = wanted.unanswered().stream()
                    .map(one -> (one.first() ? "first of " : "") + one.post().nickname())
                    .collect(Collectors.joining(", "));
            String silent =
                    wanted.silent().stream().map(one -> one.place().name()).collect(Collectors.joining(", "));
            String low = wanted.low().stream().map(one -> one.place().name()).collect(Collectors.joining(", "));
            String all = Stream.of(posts, silent.isEmpty() ? "" : "silent " + silent, low.isEmpty() ? "" : "low " + low)
                    .filter(words -> !words.isEmpty())
                    .collect(Collectors.joining("; "));
            return all.isEmpty() ? "nothing" : all;
        });
    }

    void screeningFails(boolean fails) {
        parts.screener.drill(fails);
    }
}
