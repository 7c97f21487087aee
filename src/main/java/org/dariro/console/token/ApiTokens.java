package org.dariro.console.token;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dariro.console.StaffRole;
import org.dariro.group.Groups;
import org.dariro.platform.AuditEntry;
import org.dariro.platform.AuditLog;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Ids;
import org.dariro.platform.Settings;
import org.dariro.platform.Transaction;

/**
 * The tokens of the API: one to set the service up with, from {@code DARIRO_API_TOKEN} or made at the first start, and those in
 * the database, of which only SHA-256 hashes are kept (a token is 256 random bits, so nothing slower is needed).
 *
 * <p>Most belong to a person, and what is done with them is done by that person. One that belongs to nobody is a program's, and
 * cannot answer for an alert. The one to set up with counts as one person, whichever of the two it is.
 */
@Component
public class ApiTokens {
    /** As whom the token stands that the service is set up with. */
    public static final String SET_UP = AuditEntry.SET_UP_TOKEN;

    private static final String FIRST = "first";
    private static final String PROGRAM = "token ";
    /** The longest name of a token. */
    public static final int LONGEST_NAME = 70;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final EnumSet<StaffRole> ALL = EnumSet.allOf(StaffRole.class);
    private final Database database;
    private final ApiTokenDao dao;
    private final Holders holders;
    private final Groups groups;
    private final AuditLog audit;
    private final Settings settings;
    private final Ids ids;
    private final InstantSource clock;
    private final Optional<byte[]> configured;

    @Inject
    @SuppressWarnings("TooManyParameters")
    public ApiTokens(
            Database database,
            ApiTokenDao dao,
            Holders holders,
            Groups groups,
            AuditLog audit,
            Settings settings,
            Ids ids,
            InstantSource clock) {
        this.database = database;
        this.dao = dao;
        this.holders = holders;
        this.groups = groups;
        this.audit = audit;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
        configured = settings.text("DARIRO_API_TOKEN").map(ApiTokens::hash);
    }

    private static ApiToken setUp() {
        return new ApiToken(SET_UP, ALL, Set.of());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** What this token stands for now; empty when it is none of ours, over, or its holder has ended. */
    public Optional<ApiToken> find(String token) {
        byte[] hash = hash(token);
        // The time a comparison takes must not tell how much of a guess was right.
        if (configured.filter(known -> MessageDigest.isEqual(known, hash)).isPresent()) {
            return Optional.of(setUp());
        }
        return database.inTransaction(tx -> dao.find(tx, hash).flatMap(kept -> standing(tx, kept)));
    }

    private Optional<ApiToken> standing(Transaction tx, KeptToken kept) {
        LocalDate today = today();
        if (kept.isOver(today)) {
            return Optional.empty();
        }
        Optional<ApiToken> token = kept.isHeld()
                ? holder(tx, kept).map(person -> held(kept, person))
                : Optional.of(isFirst(kept) ? setUp() : program(kept));
        if (token.isPresent() && !kept.usedOn().equals(Optional.of(today))) {
            dao.used(tx, kept.id(), today);
        }
        return token;
    }

    private Optional<Holder> holder(Transaction tx, KeptToken kept) {
        return kept.user().isPresent()
                ? holders.ofUser(tx, kept.user().get())
                : kept.staff().flatMap(id -> holders.staff(tx, id));
    }

    private static ApiToken held(KeptToken kept, Holder person) {
        Set<StaffRole> roles = person.of(kept.roles());
        return new ApiToken(
                kept.name(),
                person.actor(),
                true,
                roles,
                scopes(kept),
                person.groups(roles, kept.groups()),
                kept.lastDay());
    }

    private static ApiToken program(KeptToken kept) {
        return new ApiToken(
                kept.name(), PROGRAM + kept.name(), false, kept.roles(), scopes(kept), kept.groups(), kept.lastDay());
    }

    private static Set<Scope> scopes(KeptToken kept) {
        return kept.scopes().orElseGet(() -> EnumSet.allOf(Scope.class));
    }

    private static boolean isFirst(KeptToken kept) {
        return !kept.isHeld() && kept.name().equals(FIRST);
    }

    /**
     * Makes the first token, with all roles, when there is none in the settings or the database. It is written to
     * {@code DARIRO_HOME/api-token}, readable by its owner only, and can be shown this once.
     *
     * @return the token if one was made
     */
    public Optional<String> first() {
        if (configured.isPresent() || !database.inTransaction(dao::isEmpty)) {
            return Optional.empty();
        }
        String token = random();
        keep(token);
        KeptToken first = new KeptToken(
                ids.next(),
                FIRST,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ALL,
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty());
        database.useTransaction(tx -> dao.insert(tx, first, hash(token), clock.instant()));
        return Optional.of(token);
    }

    private static String random() {
        byte[] random = new byte[32];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /**
     * A token to be made.
     *
     * @param holder whose it is to be; empty for a program's
     * @param scopes what it is for; empty for all that its roles allow
     * @param groups those it is for; none for all
     * @param lastDay the last day on which it works, in UTC
     */
    public record Wanted(
            String name,
            Optional<Holder> holder,
            Set<StaffRole> roles,
            Optional<Set<Scope>> scopes,
            Set<Long> groups,
            Optional<LocalDate> lastDay) {}

    /** A new token: what is kept of it, and the token itself, which can be shown this once. */
    public record Made(KeptToken kept, String token) {}

    /**
     * Makes a token.
     *
     * @param by who makes it, as the audit trail names people; for another person one makes none that acts on alerts
     * @throws TokenFault when something about it is wrong
     */
    public Made make(Transaction tx, Wanted wanted, String by) {
        fault(tx, wanted).ifPresent(reason -> {
            throw new TokenFault(reason);
        });
        if (actsForAnother(wanted, by)) {
            throw new TokenFault(TokenFault.Reason.ACTS_FOR_ANOTHER);
        }
        String token = random();
        KeptToken kept = new KeptToken(
                ids.next(),
                wanted.name(),
                wanted.holder(),
                wanted.holder().flatMap(Holder::user),
                wanted.holder().filter(one -> one.user().isEmpty()).flatMap(Holder::staff),
                wanted.roles(),
                wanted.scopes(),
                wanted.groups(),
                wanted.lastDay(),
                Optional.empty());
        dao.insert(tx, kept, hash(token), clock.instant());
        audit.add(
                tx,
                AuditEntry.of(by, "token-made")
                        .on("token", kept.id())
                        .saying(wanted.holder().map(Holder::key).orElse("program")));
        return new Made(kept, token);
    }

    /**
     * Makes a token on the word of another, which opens no more than that one does, and no longer: else whoever had one that makes tokens
     * would have them all.
     *
     * @param maker what the token stands for that makes it
     * @throws TokenFault when something about it is wrong
     */
    public Made make(Transaction tx, Wanted wanted, ApiToken maker) {
        Set<Scope> scopes = wanted.scopes().orElseGet(() -> EnumSet.allOf(Scope.class));
        boolean moreGroups = !maker.groups().isEmpty()
                && (wanted.groups().isEmpty() || !maker.groups().containsAll(wanted.groups()));
        if (!maker.scopes().containsAll(scopes)) {
            throw new TokenFault(TokenFault.Reason.MORE_SCOPES);
        } else if (!maker.person() && !maker.roles().containsAll(wanted.roles())) {
            throw new TokenFault(TokenFault.Reason.MORE_ROLES);
        } else if (moreGroups) {
            throw new TokenFault(TokenFault.Reason.MORE_GROUPS);
        } else if (maker.lastDay()
                .filter(last -> wanted.lastDay().map(day -> day.isAfter(last)).orElse(true))
                .isPresent()) {
            throw new TokenFault(TokenFault.Reason.MORE_DAYS);
        }
        return make(tx, wanted, maker.actor());
    }

    /** Whoever could act on alerts as somebody else too would be both of the two people that a critical one takes. */
    private static boolean actsForAnother(Wanted wanted, String by) {
        return wanted.holder().filter(one -> !one.actor().equals(by)).isPresent()
                && wanted.scopes()
                        .map(scopes -> scopes.contains(Scope.ALERTS_ACT))
                        .orElse(true);
    }

    private Optional<TokenFault.Reason> fault(Transaction tx, Wanted wanted) {
        if (wanted.name().isEmpty() || wanted.name().length() > LONGEST_NAME) {
            return Optional.of(TokenFault.Reason.NAME);
        } else if (AuditEntry.isReserved(wanted.name())
                || wanted.name().equalsIgnoreCase(FIRST)
                || dao.isTaken(tx, wanted.name())) {
            return Optional.of(TokenFault.Reason.TAKEN);
        } else if (wanted.roles().isEmpty()) {
            return Optional.of(TokenFault.Reason.ROLES);
        } else if (wanted.holder()
                .filter(one -> !one.roles().containsAll(wanted.roles()))
                .isPresent()) {
            return Optional.of(TokenFault.Reason.NOT_THEIRS);
        } else if (wanted.scopes().filter(Set::isEmpty).isPresent()) {
            return Optional.of(TokenFault.Reason.SCOPES);
        } else if (wanted.groups().stream()
                .anyMatch(group -> groups.find(tx, group).isEmpty())) {
            return Optional.of(TokenFault.Reason.GROUP);
        } else if (wanted.lastDay().filter(day -> day.isBefore(today())).isPresent()) {
            return Optional.of(TokenFault.Reason.PAST);
        }
        return Optional.empty();
    }

    /** The tokens of the database that were not revoked, with their holders. */
    public List<KeptToken> all(Transaction tx) {
        return dao.all(tx).stream().map(kept -> kept.of(holder(tx, kept))).toList();
    }

    /** Lets a token count no more; false when there is none. */
    public boolean revoke(Transaction tx, long id, String by) {
        boolean there = dao.revoke(tx, id, clock.instant());
        if (there) {
            audit.add(tx, AuditEntry.of(by, "token-revoked").on("token", id));
        }
        return there;
    }

    private void keep(String token) {
        Path file = settings.home().resolve("api-token");
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, token + System.lineSeparator());
        } catch (IOException e) {
            throw new UncheckedIOException("The first API token cannot be written to DARIRO_HOME", e);
        }
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing in this Java", e);
        }
    }
}
