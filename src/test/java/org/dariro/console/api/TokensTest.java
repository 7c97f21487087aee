package org.dariro.console.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dariro.console.StaffRole;
import org.dariro.console.token.ApiToken;
import org.dariro.console.token.ApiTokens;
import org.dariro.console.token.Holder;
import org.dariro.console.token.Scope;
import org.dariro.member.Staff;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class TokensTest {
    private static final Caller ADMIN = Wired.as("Nomsa");
    private static final String THANDI = "+263771000001";
    private final Wired wired = new Wired();
    private final TokensResource resource = new TokensResource(wired.dariro.database, wired.tokens, wired.holders);

    @AfterEach
    void close() {
        wired.close();
    }

    private TokensResource.TokenView make(
            String name, Optional<Holder> holder, List<String> scopes, List<Long> groups, String lastDay) {
        return resource.create(
                holder.map(one -> Wired.as(one.actor())).orElse(ADMIN), // who acts on alerts makes it for themselves
                new TokensResource.NewToken(
                        name,
                        holder.flatMap(Holder::staff).orElse(null),
                        null,
                        List.of("mentor"),
                        scopes,
                        groups,
                        lastDay));
    }

    private TokensResource.TokenView program(String name, List<Long> groups) {
        return make(name, Optional.empty(), List.of(), groups, null);
    }

    private Optional<ApiToken> found(TokensResource.TokenView made) {
        return wired.tokens.find(String.valueOf(made.token()));
    }

    private Caller caller(TokensResource.TokenView made) {
        return new Caller(found(made).orElseThrow(), true);
    }

    private static int refused(Executable call) {
        return assertThrows(Refused.class, call).problem().status();
    }

    private Holder mentor(String name) {
        return wired.staff(name, Staff.Role.MENTOR, Set.of(wired.group));
    }

    @Test
    void aTokenIsShownOnceAndWorksUntilItIsRevoked() {
        TokensResource.TokenView made = program("Exporter", List.of(wired.group));
        ApiToken token = found(made).orElseThrow();
        assertEquals("token Exporter", token.actor());
        assertEquals(Set.of(wired.group), token.groups());
        assertNull(resource.list().items().get(0).token());
        assertEquals("2026-03-02", resource.list().items().get(0).usedOn());
        resource.revoke(ADMIN, made.id());
        assertTrue(found(made).isEmpty());
        assertEquals(404, refused(() -> resource.revoke(ADMIN, made.id())));
        assertEquals(409, refused(() -> program("Exporter", null))); // what it did stands in its name
    }

    @Test
    void aNameBelongsToOne() {
        program("Exporter", null);
        assertEquals(409, refused(() -> program("exporter", null)));
        for (String ours : List.of("DARIRO_API_TOKEN", "Service", "a member", "first", "token x", "user 17 Grace")) {
            assertEquals(409, refused(() -> program(ours, null)), ours);
        }
        assertEquals(400, refused(() -> program(" ", null)));
        assertEquals(404, refused(() -> program("Other", List.of(7L))));
        assertEquals(400, refused(() -> make("Other", Optional.empty(), List.of("posts:dance"), null, null)));
        assertEquals(400, refused(() -> make("Other", Optional.empty(), List.of(), null, "2026-03-01")));
        assertEquals(400, refused(() -> make("Other", Optional.empty(), List.of(), null, "tomorrow")));
    }

    @Test
    void whoeverHoldsTwoTokensIsOnePerson() {
        wired.mentor("Auntie");
        wired.enrolInPerson(THANDI, "Thandi");
        Holder grace = mentor("Grace");
        Caller phone = caller(make("phone", Optional.of(grace), List.of(), null, null));
        Caller laptop = caller(make("laptop", Optional.of(grace), List.of(), null, null));
        assertEquals("Grace", phone.getName());
        wired.text(THANDI, "i want to kill myself tonight");
        long alert = wired.queue().get(0).id();
        wired.holds.reject(phone, wired.waiting().get(0).id(), new HoldsResource.Decision(null, "Let us talk."));
        AlertResource.Closing safe = new AlertResource.Closing("Farai", "safe", "Spoke with her", false, null);
        assertEquals("closing", wired.alert.close(phone, alert, safe).state());
        assertEquals(409, refused(() -> wired.alert.close(laptop, alert, safe)));
        Caller farai = caller(make("Farai's", Optional.of(mentor("Farai")), List.of(), null, null));
        assertEquals("closed", wired.alert.close(farai, alert, safe).state());
    }

    @Test
    void aProgramAnswersForNoAlert() {
        ApiToken program = found(program("Exporter", null)).orElseThrow();
        ApiToken grace = found(make("Grace's", Optional.of(mentor("Grace")), List.of(), null, null))
                .orElseThrow();
        ApiToken reader = found(make("Reader", Optional.of(mentor("Ruth")), List.of("alerts:read"), null, null))
                .orElseThrow();
        assertFalse(program.opens(Scope.ALERTS_ACT));
        assertTrue(program.opens(Scope.ALERTS_READ));
        assertTrue(grace.opens(Scope.ALERTS_ACT));
        assertFalse(reader.opens(Scope.ALERTS_ACT));
        assertTrue(wired.tokens.find("x").orElseThrow().opens(Scope.ALERTS_ACT)); // the one to set up with
        assertEquals(ApiTokens.SET_UP, wired.tokens.find("x").orElseThrow().actor());
    }

    @Test
    void aTokenDoesNoMoreThanItsHolderMay() {
        Holder grace = mentor("Grace");
        assertEquals(
                400,
                refused(() -> resource.create(
                        ADMIN,
                        new TokensResource.NewToken(
                                "x", grace.staff().orElseThrow(), null, List.of("administrator"), null, null, null))));
        assertEquals(
                400,
                refused(() -> resource.create(
                        ADMIN, new TokensResource.NewToken("x", 999_999L, null, List.of("mentor"), null, null, null))));
        TokensResource.TokenView made = make("phone", Optional.of(grace), List.of(), null, null);
        assertEquals(Set.of(wired.group), found(made).orElseThrow().groups()); // a mentor's are those served
        Holder nowhere = wired.staff("Ruth", Staff.Role.MENTOR, Set.of());
        Caller ruth = caller(make("Ruth's", Optional.of(nowhere), List.of(), null, null));
        assertEquals(0, wired.groups.list(ruth).items().size());
        assertFalse(ruth.sees(Optional.of(wired.group)));
        assertFalse(ruth.sees(Optional.empty()));
        long id = grace.staff().orElseThrow();
        wired.dariro.database.useTransaction(tx -> {
            Staff staff = wired.roll.find(tx, id).orElseThrow();
            wired.roll.save(
                    tx,
                    new Staff(
                            id,
                            staff.name(),
                            staff.role(),
                            staff.memberId(),
                            staff.language(),
                            staff.zone(),
                            List.of(),
                            true));
        });
        assertTrue(found(made).isEmpty(), "her work has ended");
    }

    private TokensResource.TokenView forGrace(Caller maker, Holder grace, @Nullable List<String> scopes) {
        return resource.create(
                maker,
                new TokensResource.NewToken(
                        "Grace's", grace.staff().orElseThrow(), null, List.of("mentor"), scopes, null, null));
    }

    @Test
    void nobodyMakesATokenThatActsOnAlertsAsSomebodyElse() {
        Holder grace = mentor("Grace");
        Caller setUp = new Caller(wired.tokens.find("x").orElseThrow(), true);
        for (Caller maker : List.of(ADMIN, setUp)) {
            assertEquals(400, refused(() -> forGrace(maker, grace, null))); // all scopes
            assertEquals(400, refused(() -> forGrace(maker, grace, List.of())));
            assertEquals(400, refused(() -> forGrace(maker, grace, List.of("posts:read", "alerts:act"))));
        }
        Caller reader = caller(forGrace(ADMIN, grace, List.of("posts:read", "alerts:read")));
        assertFalse(reader.token().opens(Scope.ALERTS_ACT));
        assertTrue(found(make("Hers", Optional.of(grace), List.of("alerts:act"), null, null))
                .orElseThrow()
                .opens(Scope.ALERTS_ACT));
    }

    private TokensResource.TokenView by(Caller maker, String name, List<String> roles, List<String> scopes) {
        return resource.create(maker, new TokensResource.NewToken(name, null, null, roles, scopes, null, null));
    }

    @Test
    void aTokenMakesNoneThatOpensMoreThanItself() {
        List<String> administrator = List.of("administrator");
        Caller narrow = caller(by(ADMIN, "Deployer", administrator, List.of("tokens:write", "spend:read")));
        assertEquals(400, refused(() -> by(narrow, "All", administrator, null)));
        assertEquals(400, refused(() -> by(narrow, "Reader", administrator, List.of("spend:read", "posts:read"))));
        assertEquals(400, refused(() -> by(narrow, "Lead", List.of("clinical-lead"), List.of("spend:read"))));
        assertEquals(
                "Figures",
                by(narrow, "Figures", administrator, List.of("spend:read")).name());
        Caller nomsa = new Caller(
                new ApiToken(
                        "phone",
                        "Nomsa",
                        true,
                        EnumSet.of(StaffRole.ADMINISTRATOR),
                        Set.of(Scope.TOKENS_WRITE),
                        Set.of(),
                        Optional.empty()),
                true);
        assertEquals(400, refused(() -> by(nomsa, "Hers", administrator, List.of("members:read"))));
    }

    private TokensResource.TokenView until(Caller maker, String name, @Nullable String lastDay) {
        return resource.create(
                maker, new TokensResource.NewToken(name, null, null, List.of("administrator"), null, null, lastDay));
    }

    @Test
    void aTokenMakesNoneThatOutlivesIt() {
        Caller brief = caller(until(ADMIN, "Deployer", "2026-03-05"));
        assertEquals(400, refused(() -> until(brief, "Endless", null)));
        assertEquals(400, refused(() -> until(brief, "Longer", "2026-03-06")));
        assertEquals("2026-03-05", until(brief, "As long", "2026-03-05").lastDay());
        Caller heir = caller(until(brief, "Shorter", "2026-03-04"));
        assertEquals(400, refused(() -> until(heir, "Back", "2026-03-05")));
        assertNull(until(ADMIN, "Free", null).lastDay());
    }

    @Test
    void aTokenWorksThroughItsLastDay() {
        TokensResource.TokenView made = make("phone", Optional.of(mentor("Grace")), List.of(), null, "2026-03-03");
        wired.clock.set(wired.clock.instant().plus(Duration.ofHours(38))); // 3 March, 23:00
        assertTrue(found(made).isPresent());
        wired.clock.set(wired.clock.instant().plus(Duration.ofHours(1)));
        assertTrue(found(made).isEmpty());
        assertEquals("2026-03-03", resource.list().items().get(0).usedOn());
    }

    @Test
    void aTokenForOneGroupGetsInThereOnly() {
        Optional<ApiToken> bound = found(program("one", List.of(wired.group)));
        Optional<ApiToken> free = found(program("all", List.of()));
        Guard guard = new Guard(wired.tokens, EnumSet.of(StaffRole.MENTOR), Scope.POSTS_READ, false);
        Guard heeds = new Guard(wired.tokens, EnumSet.of(StaffRole.MENTOR), Scope.POSTS_READ, true);
        assertEquals(0, guard.refusal(bound, Optional.of(Long.toString(wired.group))));
        assertEquals(403, guard.refusal(bound, Optional.of("1")));
        assertEquals(403, guard.refusal(bound, Optional.of("x")));
        assertEquals(403, guard.refusal(bound, Optional.empty()));
        assertEquals(0, heeds.refusal(bound, Optional.empty()));
        assertEquals(0, guard.refusal(free, Optional.of("1")));
        assertEquals(
                1,
                wired.groups.list(new Caller(bound.orElseThrow(), true)).items().size());
        assertEquals(0, wired.groups.list(Wired.as("Chipo", Set.of(1L))).items().size());
    }
}
