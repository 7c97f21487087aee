package org.dariro.console.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.dariro.console.StaffRole;
import org.dariro.console.signin.Codes;
import org.dariro.console.signin.OpenId;
import org.dariro.console.signin.OpenId.Came;
import org.dariro.console.signin.OpenId.Fault;
import org.dariro.console.signin.SecondFactor;
import org.dariro.console.signin.SignedIn.Stage;
import org.dariro.console.signin.User;
import org.dariro.transcript.HandClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Signing in with an account at a provider of OpenID Connect, and what a provider or somebody in between might do wrong. */
class OpenIdTest {
    private static final String EMAIL = "grace@example.org";
    private final HandClock clock = new HandClock();
    private final ProviderForTests provider = new ProviderForTests(clock);
    private Desk desk = open(Map.of("DARIRO_SECOND_FACTOR", "optional"));

    private Desk open(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(provider.settings());
        all.putAll(more);
        Desk opened = new Desk(all);
        clock.set(opened.clock.instant());
        opened.add("Grace", StaffRole.MENTOR, Set.of());
        return opened;
    }

    private void reopen(Map<String, String> more) {
        desk.close();
        desk = open(more);
    }

    @AfterEach
    void close() {
        desk.close();
        provider.close();
    }

    private static String state(OpenId.Leaving leaving) {
        return ProviderForTests.fields(leaving.to().getRawQuery()).get("state");
    }

    private Came back(OpenId.Leaving leaving, String state, String code) {
        return desk.openId.comeBack(new OpenId.Brought(state, code, null, null), leaving.sealed(), "10.0.0.1", "test");
    }

    private Came signIn(String email) {
        OpenId.Leaving leaving = desk.openId.leave("/console/groups/7").orElseThrow();
        return back(leaving, state(leaving), provider.signIn(leaving.to(), email));
    }

    private Fault refused(UnaryOperator<JWTClaimsSet.Builder> says) {
        provider.says(says);
        return assertInstanceOf(Came.Out.class, signIn(EMAIL)).fault();
    }

    private Came.In in(Came came) {
        return assertInstanceOf(Came.In.class, came, String.valueOf(came));
    }

    @Test
    void whoIsInvitedIsSignedInAndLedToWhereTheyWanted() {
        Came.In in = in(signIn("Grace@Example.org"));
        assertEquals("/console/groups/7", in.wanted());
        Visit visit = desk.visit(in.right().token());
        assertTrue(visit.in());
        assertEquals(EMAIL, visit.user().email());
    }

    @Test
    void whatIsAskedOfTheProviderIsBoundToOneBrowser() {
        OpenId.Leaving leaving = desk.openId.leave("").orElseThrow();
        Map<String, String> asked = ProviderForTests.fields(leaving.to().getRawQuery());
        assertEquals("code", asked.get("response_type"));
        assertEquals("S256", asked.get("code_challenge_method"));
        assertEquals("openid email", asked.get("scope"));
        assertEquals("https://dariro.example.org/console/sign-in/openid/back", asked.get("redirect_uri"));
        OpenId.Leaving other = desk.openId.leave("").orElseThrow();
        assertFalse(state(other).equals(state(leaving)));
        String code = provider.signIn(leaving.to(), EMAIL);
        assertEquals(new Came.Out(Fault.STALE), back(other, state(leaving), code));
        assertEquals(new Came.Out(Fault.STALE), back(leaving, "x", code));
        assertEquals(
                new Came.Out(Fault.STALE),
                desk.openId.comeBack(new OpenId.Brought(state(leaving), code, null, null), "AAAA", "a", "b"));
        assertEquals(
                new Came.Out(Fault.STALE),
                desk.openId.comeBack(
                        new OpenId.Brought(state(leaving), code, null, "https://evil.example"),
                        leaving.sealed(),
                        "a",
                        "b"));
        in(back(leaving, state(leaving), code));
    }

    @Test
    void aStateIsGoodOnceAndForTenMinutes() {
        OpenId.Leaving leaving = desk.openId.leave("").orElseThrow();
        in(back(leaving, state(leaving), provider.signIn(leaving.to(), EMAIL)));
        assertEquals(new Came.Out(Fault.STALE), back(leaving, state(leaving), provider.signIn(leaving.to(), EMAIL)));
        OpenId.Leaving late = desk.openId.leave("").orElseThrow();
        desk.clock.set(desk.clock.instant().plus(Duration.ofMinutes(11)));
        assertEquals(new Came.Out(Fault.STALE), back(late, state(late), provider.signIn(late.to(), EMAIL)));
    }

    @Test
    void aTokenForAnotherTryOrServiceOrFromAnotherProviderDoesNotCount() {
        assertEquals(Fault.FAILED, refused(token -> token.claim("nonce", "another")));
        assertEquals(Fault.FAILED, refused(token -> token.claim("nonce", null)));
        desk.clock.set(desk.clock.instant().plus(Duration.ofMinutes(10)));
        clock.set(desk.clock.instant());
        assertEquals(Fault.FAILED, refused(token -> token.audience("another")));
        desk.clock.set(desk.clock.instant().plus(Duration.ofMinutes(10)));
        clock.set(desk.clock.instant());
        assertEquals(Fault.FAILED, refused(token -> token.audience(List.of(ProviderForTests.CLIENT, "another"))));
        desk.clock.set(desk.clock.instant().plus(Duration.ofMinutes(10)));
        clock.set(desk.clock.instant());
        assertEquals(Fault.FAILED, refused(token -> token.issuer("https://evil.example")));
    }

    @Test
    void aTokenThatHasEndedOrIsNotSignedByTheProviderDoesNotCount() {
        Date past = Date.from(clock.instant().minus(Duration.ofMinutes(2)));
        assertEquals(Fault.FAILED, refused(token -> token.expirationTime(past)));
        provider.signsWithTheSecret();
        assertEquals(Fault.FAILED, refused(UnaryOperator.identity()));
        provider.signsNothing();
        assertEquals(Fault.FAILED, refused(UnaryOperator.identity()));
    }

    @Test
    void nobodyGetsInByAnAddressThatIsNotVerifiedOrNotInvited() {
        assertEquals(Fault.UNVERIFIED, refused(token -> token.claim("email_verified", false)));
        assertEquals(Fault.UNVERIFIED, refused(token -> token.claim("email_verified", null)));
        provider.says(UnaryOperator.identity());
        assertEquals(new Came.Out(Fault.UNKNOWN), signIn("nobody@example.org"));
        List<String> trail =
                desk.dariro.database.inTransaction(tx -> desk.dariro.audit.list(tx, Optional.empty(), 0, 100).stream()
                        .map(row -> row.action() + " " + row.details())
                        .toList());
        assertTrue(trail.stream().anyMatch(row -> row.startsWith("sign-in-failed unknown account ")), trail.toString());
    }

    @Test
    void whoKeepsComingBackInVainWaits() {
        for (int i = 0; i < 3; i++) {
            OpenId.Leaving leaving = desk.openId.leave("").orElseThrow();
            assertEquals(new Came.Out(Fault.FAILED), back(leaving, state(leaving), "no code"));
        }
        assertEquals(new Came.Out(Fault.WAIT), signIn(EMAIL));
    }

    @Test
    void whoSaysNoIsTold() {
        OpenId.Leaving leaving = desk.openId.leave("").orElseThrow();
        assertEquals(
                new Came.Out(Fault.DENIED),
                desk.openId.comeBack(
                        new OpenId.Brought(state(leaving), null, "access_denied", null), leaving.sealed(), "a", "b"));
    }

    @Test
    void ourOwnSecondFactorIsAskedForUnlessTheProvidersCounts() {
        reopen(Map.of());
        provider.says(token -> token.claim("amr", ProviderForTests.TWO));
        assertEquals(Stage.SETUP, in(signIn(EMAIL)).right().stage());
        reopen(Map.of("DARIRO_OIDC_SECOND_FACTOR", "provider"));
        assertEquals(Stage.WHOLE, in(signIn(EMAIL)).right().stage());
        provider.says(token -> token.claim("amr", List.of("pwd")));
        assertEquals(Stage.SETUP, in(signIn(EMAIL)).right().stage());
        reopen(Map.of("DARIRO_OIDC_SECOND_FACTOR", "provider", "DARIRO_OIDC_ACR", "gold, silver"));
        assertEquals(Stage.SETUP, in(signIn(EMAIL)).right().stage());
        provider.says(token -> token.claim("acr", "silver"));
        assertEquals(Stage.WHOLE, in(signIn(EMAIL)).right().stage());
    }

    @Test
    void theButtonIsThereOnlyWithAProviderAndAFaultIsSaidInWords() {
        SignInPage page = new SignInPage(desk.signIn, desk.sessions, desk.openId, desk.dariro.accounts);
        String html = desk.html(page.show(desk.nobody(), "/console/groups/7"));
        assertTrue(html.contains("href=\"/console/sign-in/openid?to=/console/groups/7\""), html);
        try (Desk without = new Desk(Map.of())) {
            SignInPage plain =
                    new SignInPage(without.signIn, without.sessions, without.openId, without.dariro.accounts);
            assertFalse(without.html(plain.show(without.nobody(), null)).contains("openid"));
            assertFalse(without.openId.isOn());
        }
    }

    private static HttpHeaders cookies(Map<String, Cookie> cookies) {
        return (HttpHeaders) Proxy.newProxyInstance(
                OpenIdTest.class.getClassLoader(),
                new Class<?>[] {HttpHeaders.class},
                (self, method, given) -> method.getName().equals("getCookies") ? cookies : null);
    }

    @Test
    void aBrowserIsLedThereAndBackWithACookieThatEnds() {
        SignInPage page = new SignInPage(desk.signIn, desk.sessions, desk.openId, desk.dariro.accounts);
        Response led = page.leave(desk.nobody(), "/console/groups/7");
        assertEquals(303, led.getStatus());
        NewCookie cookie = led.getCookies().get("dariro-openid");
        assertTrue(cookie.isHttpOnly()
                && cookie.getMaxAge() == 600
                && cookie.getValue().length() < 3_000);
        URI to = URI.create(led.getHeaderString("Location"));
        String state = ProviderForTests.fields(to.getRawQuery()).get("state");
        String code = provider.signIn(to, EMAIL);
        Response refused = page.comeBack(desk.nobody(), cookies(Map.of()), state, code, null, null);
        assertEquals(403, refused.getStatus());
        assertTrue(desk.html(refused.getEntity()).contains("was begun in another window"));
        Response back = page.comeBack(
                desk.nobody(), cookies(Map.of("dariro-openid", cookie)), state, code, null, provider.issuer());
        assertEquals(303, back.getStatus());
        assertEquals("/console/groups/7", back.getHeaderString("Location"));
        assertEquals(0, back.getCookies().get("dariro-openid").getMaxAge());
        assertTrue(desk.visit(back.getCookies().get("dariro").getValue()).in());
    }

    @Test
    void whoHasNoPasswordShowsTheAppsCodeOrASignInOfAMomentAgo() {
        User grace = desk.dariro
                .database
                .inTransaction(tx -> desk.users.byEmail(tx, EMAIL))
                .orElseThrow();
        User rudo = desk.dariro.database.inTransaction(tx -> desk.users.add(
                tx,
                new User(
                        0,
                        "rudo@example.org",
                        "Rudo",
                        Set.of(StaffRole.COORDINATOR),
                        "en",
                        grace.zone(),
                        grace.theme(),
                        true,
                        Optional.empty(),
                        true,
                        false,
                        false),
                "service"));
        Visit visit = desk.visit(in(signIn(rudo.email())).right().token());
        SecondFactorPage page = new SecondFactorPage(desk.factor, desk.signIn);
        assertFalse(desk.html(page.show(visit)).contains("id=\"old\""));
        SecondFactor.Offer offer = desk.factor.offer(rudo);
        Response set = page.confirm(visit, offer.sealed(), Codes.of(offer, desk.clock.instant()), null);
        assertEquals(200, set.getStatus());
        Visit next = desk.visit(set.getCookies().get("dariro").getValue());
        assertTrue(desk.html(page.show(next)).contains("The code that your app shows until now"));
        SecondFactor.Offer other = desk.factor.offer(rudo);
        desk.clock.set(desk.clock.instant().plus(Duration.ofMinutes(11)));
        String fresh = Codes.of(other, desk.clock.instant());
        assertEquals(422, page.confirm(next, other.sealed(), fresh, "000000").getStatus());
        String old = Codes.of(offer, desk.clock.instant());
        assertEquals(200, page.confirm(next, other.sealed(), fresh, old).getStatus());
    }

    @Test
    void aProviderThatIsNotThereStopsNobodyFromUsingAPassword() {
        provider.close();
        assertEquals(Optional.empty(), desk.openId.leave(""));
        User grace = desk.dariro
                .database
                .inTransaction(tx -> desk.users.byEmail(tx, EMAIL))
                .orElseThrow();
        assertTrue(desk.visit(grace).in());
    }

    @Test
    void wrongSettingsStopTheStart() {
        for (Map<String, String> wrong : List.of(
                Map.of("DARIRO_OIDC_ISSUER", "http://sso.example.org"),
                Map.of("DARIRO_OIDC_ISSUER", "sso"),
                Map.of("DARIRO_OIDC_CLIENT_ID", ""),
                Map.of("DARIRO_OIDC_SECOND_FACTOR", "perhaps"),
                Map.of("DARIRO_PUBLIC_URL", ""))) {
            assertThrows(IllegalArgumentException.class, () -> open(wrong), wrong.toString());
        }
    }
}
