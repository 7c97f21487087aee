package org.dariro.conversation;

import jakarta.inject.Inject;
import java.util.Map;
import java.util.stream.Collectors;
import org.dariro.delivery.Kind;
import org.dariro.delivery.Outbox;
import org.dariro.gateway.Line;
import org.dariro.group.Membership;
import org.dariro.group.Memberships;
import org.dariro.group.Role;
import org.dariro.group.Standing;
import org.dariro.member.Member;
import org.dariro.platform.Component;
import org.dariro.platform.Messages;
import org.dariro.platform.Transaction;
import org.jspecify.annotations.Nullable;

/** The service's own answers, in the member's language, from the templates. */
@Component
public class Replies {
    private final Outbox outbox;
    private final Messages messages;
    private final Memberships memberships;
    private final ConversationSettings settings;

    @Inject
    public Replies(Outbox outbox, Messages messages, Memberships memberships, ConversationSettings settings) {
        this.outbox = outbox;
        this.messages = messages;
        this.memberships = memberships;
        this.settings = settings;
    }

    /** Answers a member of a group; {@code group} is filled in everywhere. */
    void answer(Transaction tx, Speaker to, String key, Map<String, String> values) {
        Map<String, String> filled = new java.util.HashMap<>(values);
        filled.putIfAbsent("group", to.group().name());
        say(tx, to, text(to.member(), key, filled));
    }

    /** Sends a member of a group words that are filled in already. */
    void say(Transaction tx, Speaker to, String text) {
        send(tx, to.line(), to.member(), to.group().id(), text);
    }

    /** Answers a member of a group. */
    void answer(Transaction tx, Speaker to, String key) {
        answer(tx, to, key, Map.of());
    }

    /** Answers somebody who is in no group. */
    void answer(Transaction tx, Line line, Member to, String key, Map<String, String> values) {
        send(tx, line, to, null, text(to, key, values));
    }

    /** A text of the templates in a member's language. */
    String text(Member member, String key, Map<String, String> values) {
        return messages.text(member.language(), key, values);
    }

    private void send(Transaction tx, Line line, Member to, @Nullable Long group, String text) {
        outbox.send(tx, line, to, group, Kind.SYSTEM, text);
    }

    /** What members call the mentors of a group. */
    public String mentor(Transaction tx, long group) {
        String names = memberships.in(tx, group).stream()
                .filter(place -> place.role() == Role.MENTOR && place.standing() == Standing.ACTIVE)
                .map(Membership::name)
                .limit(2)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? settings.mentor() : names;
    }

    ConversationSettings settings() {
        return settings;
    }
}
