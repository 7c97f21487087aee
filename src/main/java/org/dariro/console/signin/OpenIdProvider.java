package org.dariro.console.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Talks to a provider of OpenID Connect: finds its addresses and keys, exchanges a code for an ID token, and checks the token
 * (OpenID Connect Core 1.0, 3.1.3.7). What it says of itself is asked for again after an hour; its keys, when one is not known.
 */
final class OpenIdProvider {
    private static final Duration KEPT = Duration.ofHours(1);
    private static final Duration LEFT_ALONE = Duration.ofSeconds(20);
    private static final int MILLIS = 5_000;
    private static final int MOST_BYTES = 200_000;

    /** Signatures with a public key only: what the client's secret signs, whoever learns the secret could sign. */
    private static final Set<JWSAlgorithm> SIGNED = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private final OpenIdSettings settings;
    private final InstantSource clock;
    private @Nullable Known known;
    private Instant failed = Instant.EPOCH;

    OpenIdProvider(OpenIdSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    private record Known(OIDCProviderMetadata says, JWKSource<SecurityContext> keys, Instant at) {}

    private synchronized Known known() throws OpenIdFault {
        Known last = known;
        if (last != null && clock.instant().isBefore(last.at().plus(KEPT))) {
            return last;
        }
        if (clock.instant()
                .isBefore(failed.plus(LEFT_ALONE))) { // else everybody would wait for it, one after the other
            throw new OpenIdFault("the provider could not be used a moment ago");
        }
        failed = clock.instant();
        Known fresh = asked();
        failed = Instant.EPOCH;
        known = fresh;
        return fresh;
    }

    private Known asked() throws OpenIdFault {
        try {
            OIDCProviderMetadata says = OIDCProviderMetadata.resolve(new Issuer(settings.issuer()), MILLIS, MILLIS);
            if (says.getAuthorizationEndpointURI() == null || says.getTokenEndpointURI() == null) {
                throw new OpenIdFault("the provider names no addresses to sign in at");
            }
            JWKSource<SecurityContext> keys = JWKSourceBuilder.create(
                            says.getJWKSetURI().toURL(), new DefaultResourceRetriever(MILLIS, MILLIS, MOST_BYTES))
                    .refreshAheadCache(false) // it would have a thread of its own
                    .retrying(true)
                    .build();
            return new Known(says, keys, clock.instant());
        } catch (GeneralException | MalformedURLException e) {
            throw new OpenIdFault("what the provider says of itself cannot be used", e);
        } catch (IOException e) {
            throw new OpenIdFault("the provider cannot be reached", e);
        }
    }

    /** Where a browser goes to sign in. */
    URI address(String state, String nonce, String verifier) throws OpenIdFault {
        AuthenticationRequest.Builder request = new AuthenticationRequest.Builder(
                        ResponseType.CODE,
                        new Scope("openid", "email"),
                        new ClientID(settings.client()),
                        settings.back())
                .endpointURI(known().says().getAuthorizationEndpointURI())
                .state(new State(state))
                .nonce(new Nonce(nonce))
                .codeChallenge(new CodeVerifier(verifier), CodeChallengeMethod.S256);
        if (settings.providersFactor() && !settings.acr().isEmpty()) {
            request.acrValues(settings.acr().stream().map(ACR::new).toList());
        }
        return request.build().toURI();
    }

    /** What the provider says of the person that a code stands for. */
    JWTClaimsSet claims(String code, String verifier, String nonce) throws OpenIdFault {
        Known provider = known();
        AuthorizationCodeGrant grant =
                new AuthorizationCodeGrant(new AuthorizationCode(code), settings.back(), new CodeVerifier(verifier));
        URI address = provider.says().getTokenEndpointURI();
        TokenRequest request = settings.secret()
                .map(secret -> new TokenRequest.Builder(address, by(provider.says(), secret), grant))
                .orElseGet(() -> new TokenRequest.Builder(address, new ClientID(settings.client()), grant))
                .build();
        return checked(provider, token(request), nonce);
    }

    private ClientAuthentication by(OIDCProviderMetadata says, String secret) {
        ClientID client = new ClientID(settings.client());
        List<ClientAuthenticationMethod> ways = says.getTokenEndpointAuthMethods();
        return ways == null || ways.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                ? new ClientSecretBasic(client, new Secret(secret))
                : new ClientSecretPost(client, new Secret(secret));
    }

    private static JWT token(TokenRequest request) throws OpenIdFault {
        try {
            HTTPRequest call = request.toHTTPRequest();
            call.setConnectTimeout(MILLIS);
            call.setReadTimeout(MILLIS);
            call.setFollowRedirects(false);
            TokenResponse answer = OIDCTokenResponseParser.parse(call.send());
            if (answer instanceof OIDCTokenResponse tokens
                    && tokens.getOIDCTokens().getIDToken() != null) {
                return tokens.getOIDCTokens().getIDToken();
            }
            throw new OpenIdFault("the provider gave no token for the code");
        } catch (ParseException e) {
            throw new OpenIdFault("the provider's answer cannot be read", e);
        } catch (IOException e) {
            throw new OpenIdFault("the provider cannot be reached", e);
        }
    }

    private JWTClaimsSet checked(Known provider, JWT token, String nonce) throws OpenIdFault {
        if (!(token instanceof SignedJWT)) {
            throw new OpenIdFault("the token is not signed");
        }
        Set<JWSAlgorithm> taken = new LinkedHashSet<>(SIGNED);
        List<JWSAlgorithm> said = provider.says().getIDTokenJWSAlgs();
        taken.retainAll(said == null ? Set.of(JWSAlgorithm.RS256) : said);
        JWTClaimsSet exact = new JWTClaimsSet.Builder()
                .issuer(settings.issuer().toString())
                .claim("nonce", nonce)
                .build();
        DefaultJWTProcessor<SecurityContext> checks = new DefaultJWTProcessor<>();
        checks.setJWSKeySelector(new JWSVerificationKeySelector<>(taken, provider.keys()));
        checks.setJWTClaimsSetVerifier(new Claims(settings.client(), exact, clock));
        try {
            JWTClaimsSet claims = checks.process(token, null);
            Object party = claims.getClaim("azp");
            if ((claims.getAudience().size() > 1 || party != null) && !Objects.equals(party, settings.client())) {
                throw new OpenIdFault("the token was made for another service");
            }
            return claims;
        } catch (BadJOSEException | JOSEException e) {
            throw new OpenIdFault("the token does not hold", e);
        }
    }

    /** Checks by our clock. */
    private static final class Claims extends DefaultJWTClaimsVerifier<SecurityContext> {
        private final InstantSource clock;

        Claims(String client, JWTClaimsSet exact, InstantSource clock) {
            super(client, exact, Set.of("sub", "iat", "exp"));
            this.clock = clock;
        }

        @Override
        protected Date currentTime() {
            return Date.from(clock.instant());
        }
    }
}
