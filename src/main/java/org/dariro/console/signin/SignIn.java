package org.dariro.console.signin;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.dariro.platform.AuditEntry;
import org.dariro.platform.AuditLog;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Transaction;

/** Signing in: the password first, then the code. What is wrong is told the same for an unknown account and a wrong password. */
@Component
public class SignIn {
    private final Database database;
    private final UserDao users;
    private final Passwords passwords;
    private final SecondFactor factor;
    private final Sessions sessions;
    private final Patience patience;
    private final AuditLog audit;
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
            SignInSettings settings) {
        this.database = database;
        this.users = users;
        this.passwords = passwords;
        this.factor = factor;
        this.sessions = sessions;
        this.patience = patience;
        this.audit = audit;
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
        Duration wait = patience.wait(account, address);
        if (!wait.isZero()) {
            return new Tried.Wait(wait);
        }
        Optional<User> user =
                database.inTransaction(tx -> users.byEmail(tx, account)).filter(known -> !known.ended());
        Optional<String> hash = user.flatMap(known -> database.inTransaction(tx -> users.passwordHash(tx, known.id())));
        String given = password.length() > PasswordRules.LONGEST * 2 ? "" : PasswordRules.normal(password);
        if (!passwords.matches(given, hash)) { // takes as long for an account that there is not
            patience.failed(account, address);
            user.ifPresent(known -> database.useTransaction(tx -> audit.add(
                    tx, AuditEntry.of(AuditEntry.SERVICE, "sign-in-failed").on("user", known.id()))));
            return new Tried.Wrong();
        }
        patience.succeeded(account, address);
        return database.inTransaction(tx -> begin(tx, user.orElseThrow(), browser));
    }

    private Tried begin(Transaction tx, User user, String browser) {
        SignedIn.Stage stage = user.secondFactor()
                ? SignedIn.Stage.PASSWORD
                : settings.secondFactorNeeded() ? SignedIn.Stage.SETUP : SignedIn.Stage.WHOLE;
        if (stage == SignedIn.Stage.WHOLE) {
            signedIn(tx, user);
        }
        return new Tried.Right(sessions.begin(tx, user.id(), stage, browser), stage);
    }

    private void signedIn(Transaction tx, User user) {
        audit.add(tx, AuditEntry.of("user " + user.id(), "signed-in").on("user", user.id()));
    }

    /** The second step. */
    public Tried code(SignedIn session, String code, String address) {
        String account = "code of " + session.user().id();
        Duration wait = patience.wait(account, address);
        if (!wait.isZero()) {
            return new Tried.Wait(wait);
        }
        Tried tried = database.inTransaction(tx -> {
            if (session.stage() != SignedIn.Stage.PASSWORD || !factor.accepts(tx, session.user(), code)) {
                return new Tried.Wrong();
            }
            return whole(tx, session);
        });
        if (tried instanceof Tried.Wrong) {
            patience.failed(account, address);
        } else {
            patience.succeeded(account, address);
        }
        return tried;
    }

    /** Goes on as somebody who has done all that is asked for. */
    public Tried.Right whole(Transaction tx, SignedIn session) {
        signedIn(tx, session.user());
        return new Tried.Right(sessions.renew(tx, session, SignedIn.Stage.WHOLE), SignedIn.Stage.WHOLE);
    }

    /** Whether this is the password of somebody who is signed in: asked again before what matters. */
    public boolean isPassword(User user, String password, String address) {
        if (!patience.wait(user.email(), address).isZero()) {
            return false;
        }
        boolean right = passwords.matches(
                PasswordRules.normal(password), database.inTransaction(tx -> users.passwordHash(tx, user.id())));
        if (!right) {
            patience.failed(user.email(), address);
        }
        return right;
    }
}
