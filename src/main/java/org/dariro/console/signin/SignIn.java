package org.dariro.console.signin;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.dariro.platform.AuditEntry;
import org.dariro.platform.AuditLog;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Transaction;
import org.dariro.platform.Vault;

/** Signing in: the password first, then the code. What is wrong is told the same for an unknown account and a wrong password. */
@Component
public class SignIn {
    private static final long NOBODY = 0;
    private static final int HASH_SHOWN = 8;
    private final Database database;
    private final UserDao users;
    private final Passwords passwords;
    private final SecondFactor factor;
    private final Sessions sessions;
    private final Patience patience;
    private final AuditLog audit;
    private final Vault vault;
    private final SignInSettings settings;

    @Inject
    @SuppressWarnings("TooManyParameters")
    public SignIn(
            Database database,
            UserDao users,
            Passwords passwords,
            SecondFactor factor,
            Sessions sessions,
            Patience patience,
            AuditLog audit,
            Vault vault,
            SignInSettings settings) {
        this.database = database;
        this.users = users;
        this.passwords = passwords;
        this.factor = factor;
        this.sessions = sessions;
        this.patience = patience;
        this.audit = audit;
        this.vault = vault;
        this.settings = settings;
    }

    /** What came of a try: it went on, it was wrong, or it was not looked at yet. */
    public sealed interface Tried {
        /** It was right; the browser holds this token from now on. */
        record Right(String token, SignedIn.Stage stage) implements Tried {}

        /** It was wrong. */
        record Wrong() implements Tried {}

        /** Too many tries failed: this one was not looked at. */
        record Wait(Duration left) implements Tried {}
    }

    /** The first step. */
    public Tried password(String email, String password, String address, String browser) {
        String account = Users.address(email);
        Patience.Attempt attempt = patience.attempt(account, address);
        if (!attempt.left().isZero()) {
            return new Tried.Wait(attempt.left());
        }
        Known known = database.inTransaction(tx -> known(tx, account));
        if (!isRight(password, known.hash())) {
            database.useTransaction(tx -> audit.add(tx, failure(known.user(), account)));
            return new Tried.Wrong();
        }
        patience.right(attempt);
        return database.inTransaction(tx -> begin(tx, known.user().orElseThrow(), browser));
    }

    private record Known(Optional<User> user, Optional<String> hash) {}

    /** Asks the database the same for an account that there is not: a quicker answer would tell. */
    private Known known(Transaction tx, String account) {
        Optional<User> user = users.byEmail(tx, account).filter(one -> !one.ended());
        Optional<String> hash = users.passwordHash(tx, user.map(User::id).orElse(NOBODY));
        return new Known(user, hash);
    }

    /** Takes as long without a hash. */
    private boolean isRight(String password, Optional<String> hash) {
        String given = password.length() > PasswordRules.LONGEST * 2 ? "" : PasswordRules.normal(password);
        return passwords.matches(given, hash);
    }

    /** An address that is nobody's is kept as a keyed hash: people write their passwords there, or addresses of elsewhere. */
    private AuditEntry failure(Optional<User> known, String account) {
        AuditEntry entry = AuditEntry.of(AuditEntry.SERVICE, "sign-in-failed");
        String hash = HexFormat.of().formatHex(vault.hash("unknown account\n" + account), 0, HASH_SHOWN);
        return known.map(user -> entry.on("user", user.id())).orElseGet(() -> entry.saying("unknown account " + hash));
    }

    private Tried.Right begin(Transaction tx, User user, String browser) {
        return begin(
                tx,
                user,
                user.secondFactor()
                        ? SignedIn.Stage.PASSWORD
                        : settings.secondFactorNeeded() ? SignedIn.Stage.SETUP : SignedIn.Stage.WHOLE,
                browser);
    }

    private Tried.Right begin(Transaction tx, User user, SignedIn.Stage stage, String browser) {
        if (stage == SignedIn.Stage.WHOLE) {
            signedIn(tx, user);
        }
        return new Tried.Right(sessions.begin(tx, user.id(), stage, browser), stage);
    }

    private void signedIn(Transaction tx, User user) {
        audit.add(tx, AuditEntry.of("user " + user.id(), "signed-in").on("user", user.id()));
    }

    /**
     * The first step, for somebody whom a provider vouches for instead of a password.
     *
     * @param second whether the provider asked for a second factor too, and ours is spared
     */
    Tried.Right vouched(Transaction tx, User user, boolean second, String browser) {
        audit.add(
                tx,
                AuditEntry.of("user " + user.id(), "vouched-for-by-provider").on("user", user.id()));
        return second ? begin(tx, user, SignedIn.Stage.WHOLE, browser) : begin(tx, user, browser);
    }

    /** Notes that a provider vouched for an address that is nobody's here. */
    void failedBy(Transaction tx, String account) {
        audit.add(tx, failure(Optional.empty(), account));
    }

    /** The second step. */
    public Tried code(SignedIn session, String code, String address) {
        String account = "code of " + session.user().id();
        Patience.Attempt attempt = patience.attempt(account, address);
        if (!attempt.left().isZero()) {
            return new Tried.Wait(attempt.left());
        }
        Tried tried = database.inTransaction(tx -> {
            if (session.stage() != SignedIn.Stage.PASSWORD || !factor.accepts(tx, session.user(), code)) {
                audit.add(
                        tx,
                        AuditEntry.of(AuditEntry.SERVICE, "sign-in-code-failed")
                                .on("user", session.user().id()));
                return new Tried.Wrong();
            }
            return whole(tx, session);
        });
        if (tried instanceof Tried.Right) {
            patience.right(attempt);
        }
        return tried;
    }

    private Tried.Right whole(Transaction tx, SignedIn session) {
        signedIn(tx, session.user());
        return new Tried.Right(sessions.renew(tx, session, SignedIn.Stage.WHOLE), SignedIn.Stage.WHOLE);
    }

    /**
     * What comes of setting a second factor up.
     *
     * @param codes recovery codes, to be shown this once
     * @param token what the browser holds from now on
     */
    public record SetUp(List<String> codes, String token) {}

    /** What the forms of a session bring along that the browser has but now been given the token of. */
    public String formToken(String token) {
        return sessions.find(token).map(sessions::formToken).orElse("");
    }

    /** Sets an offered second factor up, and signs out everywhere else. Empty when the code was wrong. */
    public Optional<SetUp> setUp(SignedIn session, String sealed, String code) {
        return database.inTransaction(
                tx -> factor.confirm(tx, session.user(), sealed, code).map(codes -> {
                    sessions.endOthers(tx, session);
                    String token = session.stage() == SignedIn.Stage.WHOLE
                            ? sessions.renew(tx, session, SignedIn.Stage.WHOLE)
                            : whole(tx, session).token();
                    return new SetUp(codes, token);
                }));
    }

    /** What somebody who is signed in shows before something that matters. */
    public enum Proof {
        PASSWORD,
        /** The app's code, of somebody who has no password: a provider vouches for them. */
        CODE,
        /** Who has neither must have signed in a moment ago. */
        MOMENT
    }

    /** What to ask somebody for. */
    public Proof proof(User user) {
        if (!user.invited()) {
            return Proof.PASSWORD;
        }
        return user.secondFactor() ? Proof.CODE : Proof.MOMENT;
    }

    /** Asks somebody who is signed in to show who they are, before something that matters: empty when it is right. */
    public Optional<Tried> unlessProven(SignedIn session, String given, String address) {
        User user = session.user();
        return switch (proof(user)) {
            case PASSWORD -> unlessPassword(user, given, address);
            case CODE ->
                unless(
                        "code of " + user.id(),
                        address,
                        () -> database.inTransaction(tx -> factor.accepts(tx, user, given)));
            case MOMENT -> sessions.isFresh(session) ? Optional.empty() : Optional.of(new Tried.Wrong());
        };
    }

    /** Asks somebody who is signed in for the password again, before something that matters: empty when it is right. */
    public Optional<Tried> unlessPassword(User user, String password, String address) {
        return unless(
                user.email(),
                address,
                () -> isRight(password, database.inTransaction(tx -> users.passwordHash(tx, user.id()))));
    }

    private Optional<Tried> unless(String account, String address, BooleanSupplier right) {
        Patience.Attempt attempt = patience.attempt(account, address);
        if (!attempt.left().isZero()) {
            return Optional.of(new Tried.Wait(attempt.left()));
        } else if (!right.getAsBoolean()) {
            return Optional.of(new Tried.Wrong());
        }
        patience.right(attempt);
        return Optional.empty();
    }
}
