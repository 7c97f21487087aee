package org.dariro.console.signin;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Faults;
import org.dariro.platform.Settings;
import org.dariro.platform.Vault;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signing in with an account at the organisation's own provider: OpenID Connect, authorization code with PKCE. Nobody gets in by
 * it who was not invited here: the address that the provider has verified must be a user's.
 *
 * <p>Life of a try: {@link #leave} sends a browser to the provider with a state, a nonce and a challenge, and seals them in a
 * cookie; the browser comes back with the state and a code within ten minutes, once; the code is exchanged for a token, the token
 * checked, its address looked up.
 */
@Component
public class OpenId {
    /** A browser that has left comes back so soon, or not. */
    public static final Duration COUNTS = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(OpenId.class);
    private static final String PLACE = "openid";
    private static final int LONGEST = 4_000;
    private static final Set<String> SECOND =
            Set.of("otp", "hwk", "swk", "sms", "tel", "pop", "fpt", "face", "iris", "sc");
    private final Database database;
    private final UserDao users;
    private final OpenIdReturns returns;
    private final SignIn signIn;
    private final Patience patience;
    private final Vault vault;
    private final InstantSource clock;
    private final Optional<OpenIdSettings> settings;
    private final Optional<OpenIdProvider> provider;

    @Inject
    @SuppressWarnings("TooManyParameters")
    public OpenId(
            Database database,
            UserDao users,
            OpenIdReturns returns,
            SignIn signIn,
            Patience patience,
            Vault vault,
            InstantSource clock,
            Settings settings) {
        this.database = database;
        this.users = users;
        this.returns = returns;
        this.signIn = signIn;
        this.patience = patience;
        this.vault = vault;
        this.clock = clock;
        this.settings = OpenIdSettings.of(settings);
        this.provider = this.settings.map(given -> new OpenIdProvider(given, clock));
    }

    /** Whether there is a provider. */
    public boolean isOn() {
        return provider.isPresent();
    }

    /**
     * A browser on its way to the provider.
     *
     * @param sealed for the cookie that it brings back
     */
    public record Leaving(URI to, String sealed) {}

    /**
     * Sends a browser to the provider; empty when that cannot be reached.
     *
     * @param wanted the page that somebody wanted to see; empty for none
     */
    public Optional<Leaving> leave(String wanted) {
        String state = Secrets.token();
        String nonce = Secrets.token();
        String verifier = Secrets.token();
        long ends = clock.instant().plus(COUNTS).getEpochSecond();
        byte[] sealed =
                vault.serviceKey().seal(String.join(" ", state, nonce, verifier, Long.toString(ends), wanted), PLACE);
        try {
            URI to = provider.orElseThrow().address(state, nonce, verifier);
            return Optional.of(
                    new Leaving(to, Base64.getUrlEncoder().withoutPadding().encodeToString(sealed)));
        } catch (OpenIdFault e) {
            told(e);
            return Optional.empty();
        }
    }

    private static void told(OpenIdFault fault) {
        LOG.warn("Sign-in by OpenID Connect: {} ({})", fault.getMessage(), Faults.describe(fault));
    }

    /** Why somebody who came back is not let in; the key of a sentence for people is its label. */
    public enum Fault {
        /** The provider said no, or the person did. */
        DENIED,
        /** It took too long, began in another browser, or was used before. */
        STALE,
        /** The provider could not be reached, or what it said does not hold. */
        FAILED,
        /** The provider has not verified the address. */
        UNVERIFIED,
        /** The address is nobody's here. */
        UNKNOWN,
        /** Too many tries failed. */
        WAIT
    }

    /** What came of a way to the provider and back. */
    public sealed interface Came {
        /** Signed in, or with our own code still to give. */
        record In(SignIn.Tried.Right right, String wanted) implements Came {}

        /** Not signed in. */
        record Out(Fault fault) implements Came {}
    }

    /** What a browser brings back in its address; null what is not there. */
    public record Brought(
            @Nullable String state,
            @Nullable String code,
            @Nullable String error,
            @Nullable String issuer) {
        /** Without the code. */
        @Override
        public String toString() {
            return "Brought";
        }
    }

    private record Left(String state, String nonce, String verifier, Instant ends, String wanted) {}

    /** Takes a browser back. */
    public Came comeBack(Brought brought, String sealed, String address, String browser) {
        Optional<Left> left = left(sealed);
        if (left.isEmpty() || !isOf(left.get(), brought)) {
            return new Came.Out(Fault.STALE);
        }
        Patience.Attempt attempt = patience.attempt("openid from " + address, address);
        if (!attempt.left().isZero()) {
            return new Came.Out(Fault.WAIT);
        }
        boolean first = database.inTransaction(tx -> returns.use(
                tx,
                Secrets.hash(left.get().state()),
                clock.instant(),
                left.get().ends()));
        if (!first) {
            return new Came.Out(Fault.STALE);
        }
        String code = brought.code();
        if (brought.error() != null || code == null || code.length() > LONGEST) {
            return new Came.Out(Fault.DENIED);
        }
        Came came = exchange(left.get(), code, browser);
        if (came instanceof Came.In) {
            patience.right(attempt);
        }
        return came;
    }

    private Optional<Left> left(String sealed) {
        if (sealed.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            String[] parts = vault.serviceKey()
                    .open(Base64.getUrlDecoder().decode(sealed), PLACE)
                    .split(" ", 5);
            Left left =
                    new Left(parts[0], parts[1], parts[2], Instant.ofEpochSecond(Long.parseLong(parts[3])), parts[4]);
            return Optional.of(left).filter(one -> clock.instant().isBefore(one.ends()));
        } catch (IllegalArgumentException | IllegalStateException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty(); // none of ours
        }
    }

    /** Whether this is what that browser left for; {@code iss} as RFC 9207 has it. */
    private boolean isOf(Left left, Brought brought) {
        String state = Objects.requireNonNullElse(brought.state(), "");
        String issuer = settings.orElseThrow().issuer().toString();
        return MessageDigest.isEqual(
                        state.getBytes(StandardCharsets.UTF_8), left.state().getBytes(StandardCharsets.UTF_8))
                && issuer.equals(Objects.requireNonNullElse(brought.issuer(), issuer));
    }

    private Came exchange(Left left, String code, String browser) {
        JWTClaimsSet claims;
        try {
            claims = provider.orElseThrow().claims(code, left.verifier(), left.nonce());
        } catch (OpenIdFault e) {
            told(e);
            return new Came.Out(Fault.FAILED);
        }
        String email = text(claims.getClaim("email"));
        if (email.isEmpty() || !text(claims.getClaim("email_verified")).equals("true")) {
            return new Came.Out(Fault.UNVERIFIED);
        }
        return database.inTransaction(tx -> users.byEmail(tx, Users.address(email))
                .filter(user -> !user.ended())
                .<Came>map(
                        user -> new Came.In(signIn.vouched(tx, user, hasSecondFactor(claims), browser), left.wanted()))
                .orElseGet(() -> {
                    signIn.failedBy(tx, Users.address(email));
                    return new Came.Out(Fault.UNKNOWN);
                }));
    }

    private static String text(@Nullable Object claim) {
        return claim == null ? "" : claim.toString();
    }

    /** Whether the provider asked for two factors (RFC 8176), and its word is taken for it. */
    private boolean hasSecondFactor(JWTClaimsSet claims) {
        OpenIdSettings given = settings.orElseThrow();
        if (!given.providersFactor()) {
            return false;
        } else if (!given.acr().isEmpty()) {
            return given.acr().contains(text(claims.getClaim("acr")));
        }
        Collection<?> ways = claims.getClaim("amr") instanceof Collection<?> many ? many : List.of();
        return ways.contains("mfa") || (ways.contains("pwd") && ways.stream().anyMatch(SECOND::contains));
    }
}
