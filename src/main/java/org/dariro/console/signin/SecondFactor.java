package org.dariro.console.signin;

import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.dariro.platform.AuditEntry;
import org.dariro.platform.AuditLog;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.platform.Vault;

/** The second factor: an authenticator app's code, or a recovery code. */
@Component
public class SecondFactor {
    private static final String PLACE = "totp";
    private static final int CODES = 8;
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int CODE_LENGTH = 10;
    private final UserDao users;
    private final Vault vault;
    private final AuditLog audit;
    private final InstantSource clock;

    @Inject
    public SecondFactor(UserDao users, Vault vault, AuditLog audit, InstantSource clock) {
        this.users = users;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A secret that is about to be set up.
     *
     * @param sealed for the form that confirms it: nothing is kept until then
     * @param text as it is typed into an app, in groups of four
     * @param uri as it stands in the square that apps read
     */
    public record Offer(String sealed, String text, String uri) {}

    /** A new secret for somebody. */
    public Offer offer(User user) {
        return offer(user, Secrets.bytes(Totp.SECRET));
    }

    private Offer offer(User user, byte[] secret) {
        String base32 = Totp.base32(secret);
        String label = URLEncoder.encode("Dariro:" + user.email(), StandardCharsets.UTF_8)
                .replace("+", "%20");
        byte[] sealed =
                vault.serviceKey().seal(user.id() + " " + Base64.getEncoder().encodeToString(secret), PLACE);
        return new Offer(
                Base64.getUrlEncoder().withoutPadding().encodeToString(sealed),
                base32.replaceAll("(.{4})", "$1 ").strip(),
                "otpauth://totp/" + label + "?secret=" + base32 + "&issuer=Dariro");
    }

    /** The same offer again, when its code was wrong; empty when it was none of ours. */
    public Optional<Offer> again(User user, String sealed) {
        return secret(user, sealed).map(secret -> offer(user, secret));
    }

    private Optional<byte[]> secret(User user, String sealed) {
        try {
            String[] parts = vault.serviceKey()
                    .open(Base64.getUrlDecoder().decode(sealed), PLACE)
                    .split(" ", 2);
            return parts.length == 2 && parts[0].equals(Long.toString(user.id()))
                    ? Optional.of(Base64.getDecoder().decode(parts[1]))
                    : Optional.empty();
        } catch (IllegalArgumentException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    /**
     * Sets an offered secret up, when the app already gives its codes.
     *
     * @return recovery codes, to be shown this once; empty when the code was wrong
     */
    public Optional<List<String>> confirm(Transaction tx, User user, String sealed, String code) {
        Optional<byte[]> secret = secret(user, sealed);
        OptionalLong step = secret.map(bytes -> Totp.match(bytes, digits(code), clock.instant(), 0))
                .orElse(OptionalLong.empty());
        if (step.isEmpty()) {
            return Optional.empty();
        }
        String kept = Base64.getEncoder().encodeToString(secret.orElseThrow());
        users.setSecret(tx, user.id(), vault.serviceKey().seal(kept, PLACE));
        users.useStep(tx, user.id(), step.getAsLong());
        audit.add(tx, AuditEntry.of("user " + user.id(), "second-factor-set").on("user", user.id()));
        return Optional.of(freshCodes(tx, user));
    }

    private List<String> freshCodes(Transaction tx, User user) {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < CODES; i++) {
            StringBuilder code = new StringBuilder();
            for (byte random : Secrets.bytes(CODE_LENGTH)) {
                code.append(LETTERS.charAt((random & 0xFF) % LETTERS.length()));
            }
            users.addRecoveryCode(tx, user.id(), hash(user, code.toString()));
            codes.add(code.insert(CODE_LENGTH / 2, '-').toString());
        }
        return codes;
    }

    private byte[] hash(User user, String code) {
        return vault.hash("recovery code\n" + user.id() + "\n" + code);
    }

    /** Whether a code of the app, or a recovery code, is right. Each is right once. */
    public boolean accepts(Transaction tx, User user, String code) {
        OptionalLong step = users.sealedSecret(tx, user.id())
                .map(kept -> Base64.getDecoder().decode(vault.serviceKey().open(kept, PLACE)))
                .map(secret -> Totp.match(secret, digits(code), clock.instant(), users.lastStep(tx, user.id())))
                .orElse(OptionalLong.empty());
        if (step.isPresent()) {
            return users.useStep(tx, user.id(), step.getAsLong());
        }
        String letters = code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        boolean recovered =
                letters.length() == CODE_LENGTH && users.useRecoveryCode(tx, user.id(), hash(user, letters));
        if (recovered) {
            audit.add(
                    tx, AuditEntry.of("user " + user.id(), "recovery-code-used").on("user", user.id()));
        }
        return recovered;
    }

    /** How many recovery codes somebody has left. */
    public long codesLeft(Transaction tx, User user) {
        return users.recoveryCodes(tx, user.id());
    }

    private static String digits(String code) {
        return code.replaceAll("[^0-9]", "");
    }
}
