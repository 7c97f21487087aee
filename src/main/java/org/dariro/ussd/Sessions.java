package org.dariro.ussd;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dariro.conversation.Speaker;
import org.dariro.gateway.Line;
import org.dariro.gateway.Lines;
import org.dariro.gateways.api.Msisdn;
import org.dariro.gateways.api.UssdReply;
import org.dariro.gateways.api.UssdRequest;
import org.dariro.group.Standing;
import org.dariro.member.Numbers;
import org.dariro.platform.Cleaning;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Faults;
import org.dariro.platform.Messages;
import org.dariro.platform.Transaction;
import org.dariro.platform.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers dialled sessions, hop by hop. Each hop is one transaction, and is answered when that is on disk, so any hop may
 * be the last.
 *
 * <p>What holds for every screen:
 *
 * <ul>
 *   <li>Carriers send all that was typed so far, joined by {@code *}, which a person may type too: nothing is split, what
 *       was seen before is taken off.
 *   <li>The same text again is the same hop again. It gets the same screen and acts on nothing; so does an earlier hop
 *       that comes late. A text that follows from nothing seen begins at the menu, and what it says is not acted on.
 *   <li>What a page shows is read once the page is committed, before it goes out, and is not sent by SMS. Whoever drops
 *       at a page and dials again within three minutes gets this page again, word for word, and goes on from it.
 * </ul>
 */
@Component
public class Sessions {
    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);
    private static final int LONGEST_ID = 80;
    private static final int MARKS = 20;
    private static final int MARK_BYTES = 8;
    private final Database database;
    private final Lines lines;
    private final Entrance entrance;
    private final SessionDao dao;
    private final Abilities can;
    private final Vault vault;
    private final InstantSource clock;

    @Inject
    public Sessions(
            Database database,
            Lines lines,
            Entrance entrance,
            SessionDao dao,
            Abilities can,
            Vault vault,
            InstantSource clock) {
        this.database = database;
        this.lines = lines;
        this.entrance = entrance;
        this.dao = dao;
        this.can = can;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * Answers a hop; what follows from it is on disk. When it cannot be taken, even at a second try, nothing was, and the
     * phone shows an apology: an error would end the session without a word.
     */
    public UssdReply answer(UssdRequest request) {
        Optional<Line> line = lines.byServiceCode(request.account(), request.serviceCode());
        Optional<Msisdn> from = Numbers.possible(request.from()).filter(number -> !lines.isOwn(number));
        if (line.isEmpty() || from.isEmpty()) {
            LOG.warn(
                    "A session at account {} goes no further: {}",
                    request.account(),
                    line.isEmpty() ? "no line has its code" : "no possible number");
            return refusal(line.isEmpty() ? "ussd-error" : "ussd-not-member");
        }
        for (int attempt = 1; attempt <= 2; attempt++) {
            try {
                return database.inTransaction(tx -> answer(tx, line.get(), from.get(), request));
            } catch (RuntimeException e) {
                LOG.error("A hop at account {} failed: {}", request.account(), Faults.describe(e));
            }
        }
        return refusal("ussd-error");
    }

    private UssdReply refusal(String key) {
        return new UssdReply(ScreenText.fill(can.messages, Messages.ENGLISH, key, Map.of(), Lettering.SCREEN), false);
    }

    private UssdReply answer(Transaction tx, Line line, Msisdn from, UssdRequest request) {
        return entrance.admit(tx, line, from)
                .match(speaker -> answer(tx, speaker, request), refused -> new UssdReply(refused, false));
    }

    private UssdReply answer(Transaction tx, Speaker speaker, UssdRequest request) {
        Instant now = clock.instant();
        // half a character would not be the same after it was stored
        String text = new String(request.text().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        Session session = dao.lock(tx, request.account(), key(request.sessionId()), speaker, now);
        Session.Call call = session.call(text, now);
        if (call == Session.Call.REPEAT) {
            return new UssdReply(session.reply(), session.more());
        }
        Optional<Speaker> there = call == Session.Call.NEXT ? goesOn(tx, speaker, session) : Optional.empty();
        String mark = mark(text);
        Turn turn = there.map(at -> new Hop(tx, can, at, session.reply(), session.hasActedAt(mark)))
                .map(hop -> session.screen().orElseThrow().answer(hop, Cleaning.clean(session.input(text))))
                .orElseGet(() -> open(tx, speaker, session, text, now));
        boolean kept = session.changedAt().isAfter(now.minus(Session.EXPIRES));
        dao.save(
                tx,
                after(session, text, turn, kept, mark, now),
                speaker.member().key());
        return new UssdReply(turn.text(), turn.more());
    }

    /** Where a session goes on: at its place, while that still stands as its screen expects. */
    private Optional<Speaker> goesOn(Transaction tx, Speaker speaker, Session session) {
        boolean naming = session.screen().filter(Naming.class::isInstance).isPresent();
        return entrance.at(tx, speaker, session.place())
                .filter(at -> naming == (at.place().standing() == Standing.NAMING));
    }

    private Turn open(Transaction tx, Speaker speaker, Session session, String text, Instant now) {
        Optional<Session> dropped = text.isEmpty()
                ? dao.latest(tx, speaker.member()).filter(last -> last.dropsAtPage(now))
                : Optional.empty();
        dao.sweep(tx, now.minus(Session.EXPIRES), session.id());
        if (dropped.flatMap(last -> goesOn(tx, speaker, last)).isPresent()) {
            Session last = dropped.get();
            return new Turn(last.screen().orElseThrow(), last.reply(), true, last.place(), false);
        }
        Hop hop = new Hop(tx, can, speaker, "", false);
        return speaker.place().standing() == Standing.NAMING ? Naming.open(hop) : Menu.open(hop);
    }

    private static Session after(Session session, String text, Turn turn, boolean kept, String mark, Instant now) {
        List<String> acts = new ArrayList<>(kept ? session.acts() : List.of());
        if (turn.acted() && !acts.contains(mark)) {
            acts.add(mark);
        }
        List<String> latest = acts.subList(Math.max(0, acts.size() - MARKS), acts.size());
        return new Session(
                session.id(),
                turn.place(),
                text,
                Optional.of(turn.screen()),
                turn.text(),
                turn.more(),
                List.copyOf(latest),
                now);
    }

    private String mark(String text) {
        return HexFormat.of().formatHex(vault.hash(text), 0, MARK_BYTES);
    }

    /** A carrier's id as it is kept: a very long one by its hash. */
    private String key(String sessionId) {
        return sessionId.length() <= LONGEST_ID ? sessionId : HexFormat.of().formatHex(vault.hash(sessionId));
    }
}
