package org.dariro.console.signin;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dariro.member.Staff;
import org.dariro.member.StaffRoll;
import org.dariro.platform.AuditEntry;
import org.dariro.platform.AuditLog;
import org.dariro.platform.Component;
import org.dariro.platform.Ids;
import org.dariro.platform.Transaction;

/** The people who may sign in, their invitations and their passwords. */
@Component
public class Users {
    private final UserDao dao;
    private final LinkDao links;
    private final SessionDao sessions;
    private final StaffRoll staff;
    private final Passwords passwords;
    private final AuditLog audit;
    private final Ids ids;
    private final InstantSource clock;

    @Inject
    @SuppressWarnings("TooManyParameters")
    public Users(
            UserDao dao,
            LinkDao links,
            SessionDao sessions,
            StaffRoll staff,
            Passwords passwords,
            AuditLog audit,
            Ids ids,
            InstantSource clock) {
        this.dao = dao;
        this.links = links;
        this.sessions = sessions;
        this.staff = staff;
        this.passwords = passwords;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** An e-mail address as it is compared. */
    public static String address(String email) {
        return email.replace("\u0000", "").strip().toLowerCase(Locale.ROOT); // PostgreSQL takes no NUL
    }

    /** Whether there is nobody yet. */
    public boolean none(Transaction tx) {
        return dao.isEmpty(tx);
    }

    /** All, also those who have ended, by name. */
    public List<User> all(Transaction tx) {
        return dao.all(tx);
    }

    /** Somebody by id. */
    public Optional<User> find(Transaction tx, long id) {
        return dao.find(tx, id);
    }

    /** Somebody by address. */
    public Optional<User> byEmail(Transaction tx, String email) {
        return dao.byEmail(tx, address(email));
    }

    /** Takes somebody on; {@code wanted.id()} is ignored, and there is no password yet. */
    public User add(Transaction tx, User wanted, String by) {
        User user = new User(
                ids.next(),
                address(wanted.email()),
                wanted.name(),
                wanted.roles(),
                wanted.language(),
                wanted.zone(),
                wanted.theme(),
                wanted.shortcuts(),
                wanted.staff(),
                true,
                false,
                false);
        dao.insert(tx, user, clock.instant());
        audit.add(tx, AuditEntry.of(by, "user-invited").on("user", user.id()).saying(roles(user)));
        return user;
    }

    /** Changes everything but the id, the password and the second factor. Who ends, or loses a role, is signed out. */
    public void save(Transaction tx, User user, String by) {
        User was = dao.find(tx, user.id()).orElseThrow();
        dao.update(tx, user, user.ended() ? clock.instant() : null);
        if (user.ended() || !user.roles().equals(was.roles())) {
            sessions.deleteOfUser(tx, user.id());
        }
        if (user.ended()) {
            links.end(tx, user.id(), clock.instant());
        }
        record(tx, was, user, by);
    }

    private void record(Transaction tx, User was, User user, String by) {
        if (user.ended() && !was.ended()) {
            audit.add(tx, AuditEntry.of(by, "user-ended").on("user", user.id()).saying(roles(user)));
        } else if (was.ended() && !user.ended()) {
            audit.add(
                    tx, AuditEntry.of(by, "user-returned").on("user", user.id()).saying(roles(user)));
        } else if (!user.roles().equals(was.roles())) {
            audit.add(
                    tx,
                    AuditEntry.of(by, "user-roles-changed")
                            .on("user", user.id())
                            .saying(roles(user)));
        }
        List<String> changed = changed(was, user);
        if (!changed.isEmpty()) {
            audit.add(
                    tx, AuditEntry.of(by, "user-changed").on("user", user.id()).saying(String.join(",", changed)));
        }
    }

    /** What was changed of a user, besides the roles; names only, as the audit trail holds no address. */
    private static List<String> changed(User was, User now) {
        List<String> changed = new ArrayList<>();
        if (!address(now.email()).equals(was.email())) {
            changed.add("email");
        }
        if (!now.name().equals(was.name())) {
            changed.add("name");
        }
        if (!now.language().equals(was.language())) {
            changed.add("language");
        }
        if (!now.zone().equals(was.zone())) {
            changed.add("zone");
        }
        if (!now.staff().equals(was.staff())) {
            changed.add("staff");
        }
        return changed;
    }

    /** What somebody chose for themselves: language, zone, looks. */
    public void prefer(Transaction tx, User user) {
        dao.update(tx, user, null);
    }

    private static String roles(User user) {
        return String.join(
                ",", user.roles().stream().sorted().map(role -> role.label()).toList());
    }

    /** The person who acts on alerts that this user is, if any. */
    public Optional<Staff> staff(Transaction tx, User user) {
        return user.staff().flatMap(id -> staff.find(tx, id)).filter(one -> !one.ended());
    }

    /** As whom this user stands in claims and in the audit trail. */
    public String actor(Transaction tx, User user) {
        return staff(tx, user).map(Staff::actor).orElseGet(() -> "user " + user.id() + " " + user.name());
    }

    /**
     * Makes a link by which somebody sets a password, and ends the earlier ones.
     *
     * @return what the link ends with; it can be shown this once
     */
    public String link(Transaction tx, User user, String by) {
        Instant now = clock.instant();
        Duration counts = user.invited() ? SignInSettings.INVITATION : SignInSettings.RESET;
        links.end(tx, user.id(), now);
        String token = Secrets.token();
        links.insert(tx, ids.next(), Secrets.hash(token), user.id(), by, now, now.plus(counts));
        audit.add(tx, AuditEntry.of(by, "sign-in-link-made").on("user", user.id()));
        return token;
    }

    /** Whose link this is, while it counts. */
    public Optional<User> ofLink(Transaction tx, String token) {
        return token.length() > Secrets.LONGEST
                ? Optional.empty()
                : links.user(tx, Secrets.hash(token), clock.instant())
                        .flatMap(id -> dao.find(tx, id))
                        .filter(user -> !user.ended());
    }

    /** Sets the password by a link, which is used up; all sessions end. False when the link does not count any more. */
    public boolean take(Transaction tx, String token, String password) {
        Optional<User> user = ofLink(tx, token);
        if (user.isEmpty() || !links.use(tx, Secrets.hash(token), clock.instant())) {
            return false;
        }
        setPassword(tx, user.get(), password);
        return true;
    }

    /** Sets a password; all sessions end, and all links. */
    public void setPassword(Transaction tx, User user, String password) {
        dao.setPassword(tx, user.id(), passwords.hash(PasswordRules.normal(password)));
        links.end(tx, user.id(), clock.instant());
        sessions.deleteOfUser(tx, user.id());
        audit.add(tx, AuditEntry.of("user " + user.id(), "password-set").on("user", user.id()));
    }

    /** Takes the second factor away, for somebody who has lost it. */
    public void dropSecondFactor(Transaction tx, User user, String by) {
        dao.setSecret(tx, user.id(), null);
        sessions.deleteOfUser(tx, user.id());
        audit.add(tx, AuditEntry.of(by, "second-factor-removed").on("user", user.id()));
    }
}
