package org.dariro.console.pages;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A small provider of OpenID Connect on this machine: it says what it is, has a key, and gives for each code, once and to its
 * client only, a token about somebody. A test says what stands in the token, and how it is signed.
 */
final class ProviderForTests implements AutoCloseable {
    static final String CLIENT = "dariro";
    static final String SECRET = "a secret of the client";
    private final HttpServer server;
    private final RSAKey key;
    private final InstantSource clock;
    private final Map<String, Promise> promised = new HashMap<>();
    private UnaryOperator<JWTClaimsSet.Builder> claims = UnaryOperator.identity();
    private Optional<Function<JWTClaimsSet, String>> otherwiseSigned = Optional.empty();

    private record Promise(String challenge, JWTClaimsSet claims) {}

    ProviderForTests(InstantSource clock) {
        this.clock = clock;
        try {
            key = new RSAKeyGenerator(2_048).keyID("k1").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (JOSEException | IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** What a service is set to. */
    Map<String, String> settings() {
        return Map.of(
                "DARIRO_OIDC_ISSUER",
                issuer(),
                "DARIRO_OIDC_CLIENT_ID",
                CLIENT,
                "DARIRO_OIDC_CLIENT_SECRET",
                SECRET,
                "DARIRO_PUBLIC_URL",
                "https://dariro.example.org/");
    }

    /** Changes what stands in the tokens from now on. */
    void says(UnaryOperator<JWTClaimsSet.Builder> changed) {
        claims = changed;
    }

    /** Signs them by the client's secret, as an attacker would who knows it. */
    void signsWithTheSecret() {
        otherwiseSigned = Optional.of(set -> {
            try {
                SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), set);
                token.sign(new MACSigner("0123456789abcdef0123456789abcdef"));
                return token.serialize();
            } catch (JOSEException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    void signsNothing() {
        otherwiseSigned = Optional.of(set -> new PlainJWT(set).serialize());
    }

    static Map<String, String> fields(String form) {
        Map<String, String> fields = new HashMap<>();
        for (String field : form.split("&", -1)) {
            String[] parts = field.split("=", 2);
            fields.put(parts[0], parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return fields;
    }

    /** Somebody signs in where a browser was led to. */
    String signIn(URI led, String email) {
        Map<String, String> asked = fields(led.getRawQuery());
        Instant now = clock.instant();
        JWTClaimsSet.Builder about = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(CLIENT)
                .subject("subject of " + email)
                .claim("nonce", asked.get("nonce"))
                .claim("email", email)
                .claim("email_verified", true)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofMinutes(5))));
        String code = "code" + promised.size();
        promised.put(
                code,
                new Promise(asked.get("code_challenge"), claims.apply(about).build()));
        return code;
    }

    private void answer(HttpExchange call) throws IOException {
        String path = call.getRequestURI().getPath();
        String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Optional<String> answer =
                switch (path) {
                    case "/.well-known/openid-configuration" -> Optional.of(about());
                    case "/keys" -> Optional.of(new JWKSet(key.toPublicJWK()).toString());
                    case "/token" -> token(call.getRequestHeaders().getFirst("Authorization"), fields(body));
                    default -> Optional.empty();
                };
        byte[] bytes = answer.orElse("{\"error\":\"invalid_grant\"}").getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Content-Type", "application/json");
        call.sendResponseHeaders(answer.isPresent() ? 200 : 400, bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }

    private String about() {
        return """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
                 "jwks_uri":"%1$s/keys","response_types_supported":["code"],"subject_types_supported":["public"],
                 "id_token_signing_alg_values_supported":["RS256"]}""".formatted(issuer());
    }

    private Optional<String> token(String authorization, Map<String, String> fields) {
        String basic = "Basic "
                + Base64.getEncoder()
                        .encodeToString((CLIENT + ":" + SECRET.replace(" ", "+")).getBytes(StandardCharsets.UTF_8));
        Promise promise = promised.remove(fields.get("code"));
        boolean proven = promise != null
                && CodeChallenge.compute(
                                CodeChallengeMethod.S256, new CodeVerifier(fields.getOrDefault("code_verifier", "")))
                        .getValue()
                        .equals(promise.challenge());
        boolean right = basic.equals(authorization)
                && "authorization_code".equals(fields.get("grant_type"))
                && "https://dariro.example.org/console/sign-in/openid/back".equals(fields.get("redirect_uri"));
        return proven && right
                ? Optional.of("{\"access_token\":\"x\",\"token_type\":\"Bearer\",\"id_token\":\""
                        + otherwiseSigned
                                .map(way -> way.apply(promise.claims()))
                                .orElseGet(() -> signed(promise.claims()))
                        + "\"}")
                : Optional.empty();
    }

    private String signed(JWTClaimsSet set) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1").build(), set);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** Ways of signing in that stand for two factors. */
    static final List<String> TWO = List.of("pwd", "otp");
}
