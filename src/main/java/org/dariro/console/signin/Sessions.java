package org.dariro.console.signin;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Ids;
import org.dariro.platform.Transaction;
import org.dariro.platform.Vault;

/** Who is signed in where. It stands in the database, so that a restart ends no session and a session can be ended from afar. */
@Component
public class Sessions {
    private static final Duration NOTED = Duration.ofMinutes(1);
    private static final int LONGEST_BROWSER = 120;
    private final Database database;
    private final SessionDao dao;
    private final Vault vault;
    private final Ids ids;
    private final InstantSource clock;
    private final SignInSettings settings;

    @Inject
    public Sessions(
            Database database, SessionDao dao, Vault vault, Ids ids, InstantSource clock, SignInSettings settings) {
        this.database = database;
        this.dao = dao;
        this.vault = vault;
        this.ids = ids;
        this.clock = clock;
        this.settings = settings;
    }

    /** Begins a session; the token is for the browser, and is kept nowhere. */
    String begin(Transaction tx, long user, SignedIn.Stage stage, String browser) {
        Instant now = clock.instant();
        dao.deleteSeenBefore(tx, now.minus(settings.longest()));
        String token = Secrets.token();
        String name = browser.length() <= LONGEST_BROWSER ? browser : browser.substring(0, LONGEST_BROWSER);
        dao.insert(tx, ids.next(), Secrets.hash(token), user, stage, name, now);
        return token;
    }

    /** Goes on under another token, as after each change of what it may do. */
    String renew(Transaction tx, SignedIn session, SignedIn.Stage stage) {
        dao.delete(tx, session.id());
        return begin(tx, session.user().id(), stage, session.browser());
    }

    /** The session that a browser's token stands for, while it counts. Using it makes it last. */
    public Optional<SignedIn> find(String token) {
        if (token.isEmpty() || token.length() > Secrets.LONGEST) {
            return Optional.empty();
        }
        Optional<SignedIn> found =
                database.inTransaction(tx -> dao.find(tx, Secrets.hash(token))).filter(this::counts);
        found.ifPresent(this::note);
        return found;
    }

    private boolean counts(SignedIn session) {
        Instant now = clock.instant();
        Duration longest = session.stage() == SignedIn.Stage.WHOLE ? settings.longest() : SignInSettings.BETWEEN_STEPS;
        return !session.user().ended()
                && now.isBefore(session.beganAt().plus(longest))
                && now.isBefore(session.seenAt().plus(settings.idle()));
    }

    /** Whether it was begun a moment ago: as long ago as somebody may take between the steps of signing in. */
    boolean isFresh(SignedIn session) {
        return clock.instant().isBefore(session.beganAt().plus(SignInSettings.BETWEEN_STEPS));
    }

    /** The time of the last page is kept to the minute. */
    private void note(SignedIn session) {
        Instant now = clock.instant();
        if (Duration.between(session.seenAt(), now).compareTo(NOTED) >= 0) {
            database.useLazyTransaction(tx -> dao.seen(tx, session.id(), now));
        }
    }

    /** The sessions of somebody that count, the latest used first. */
    public List<SignedIn> of(Transaction tx, long user) {
        return dao.ofUser(tx, user).stream().filter(this::counts).toList();
    }

    /** Signs out. */
    public void end(SignedIn session) {
        database.useTransaction(tx -> dao.delete(tx, session.id()));
    }

    /** Signs out everywhere. */
    public void endAll(Transaction tx, long user) {
        dao.deleteOfUser(tx, user);
    }

    /** Signs out everywhere else. */
    public void endOthers(Transaction tx, SignedIn session) {
        dao.deleteOthers(tx, session.user().id(), session.id());
    }

    /** What a form of this session must bring along: 32 hexadecimal digits that no other site can know. */
    public String formToken(SignedIn session) {
        return HexFormat.of().formatHex(vault.hash("form token\n" + session.id()), 0, 16);
    }
}
