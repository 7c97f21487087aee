package org.dariro.console.api;

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
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dariro.console.StaffRole;
import org.dariro.platform.AuditEntry;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Ids;
import org.dariro.platform.Settings;
import org.dariro.platform.Transaction;

/**
 * The tokens of the API: one in {@code DARIRO_API_TOKEN}, with all roles, and those in the database, of which only SHA-256
 * hashes are kept (a token is 256 random bits, so nothing slower is needed).
 */
@Component
public class ApiTokens {
    private static final String CONFIGURED = "DARIRO_API_TOKEN";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final EnumSet<StaffRole> ALL = EnumSet.allOf(StaffRole.class);
    private final Database database;
    private final ApiTokenDao dao;
    private final Settings settings;
    private final Ids ids;
    private final InstantSource clock;
    private final Optional<byte[]> configured;

    @Inject
    public ApiTokens(Database database, ApiTokenDao dao, Settings settings, Ids ids, InstantSource clock) {
        this.database = database;
        this.dao = dao;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
        configured = settings.text("DARIRO_API_TOKEN").map(ApiTokens::hash);
    }

    /** What this token stands for; empty when it is none of ours. */
    public Optional<ApiToken> find(String token) {
        byte[] hash = hash(token);
        // The time a comparison takes must not tell how much of a guess was right.
        if (configured.filter(known -> MessageDigest.isEqual(known, hash)).isPresent()) {
            return Optional.of(new ApiToken(CONFIGURED, ALL));
        }
        return database.inTransaction(tx -> dao.find(tx, hash));
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
        add("first", ALL, token);
        return Optional.of(token);
    }

    private static String random() {
        byte[] random = new byte[32];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** A new token: what is kept of it, and the token itself, which can be shown this once. */
    record Made(long id, String token) {}

    /** Makes a token for a person; empty when the name is in use, as names tell who acts. */
    Optional<Made> make(Transaction tx, ApiToken wanted) {
        boolean taken = isConfigured(wanted.name())
                || AuditEntry.isReserved(wanted.name())
                || dao.wasNamed(tx, wanted.name()); // also one that was revoked: what it did stands in its name
        if (taken) {
            return Optional.empty();
        }
        String token = random();
        long id = ids.next();
        dao.insert(tx, id, hash(token), wanted, clock.instant());
        return Optional.of(new Made(id, token));
    }

    private static boolean isConfigured(String name) {
        return CONFIGURED.equalsIgnoreCase(name);
    }

    /** The tokens of the database that count. */
    List<ApiTokenDao.ListedToken> all(Transaction tx) {
        return dao.all(tx);
    }

    /** Whether a token has this name, and sees a group or what belongs to none. */
    boolean isKnown(Transaction tx, String name, Optional<Long> group) {
        return (configured.isPresent() && isConfigured(name))
                || all(tx).stream()
                        .map(ApiTokenDao.ListedToken::token)
                        .filter(token ->
                                group.map(token::isFor).orElse(token.groups().isEmpty()))
                        .anyMatch(token -> token.name().equalsIgnoreCase(name));
    }

    /** Lets a token count no more; false when there is none. */
    boolean revoke(Transaction tx, long id) {
        return dao.revoke(tx, id, clock.instant());
    }

    /** Keeps the hash of a token. */
    void add(String name, Set<StaffRole> roles, String token) {
        database.useTransaction(
                tx -> dao.insert(tx, ids.next(), hash(token), new ApiToken(name, roles), clock.instant()));
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
