package org.dariro.console.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dariro.console.StaffRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TokensTest {
    private static final Caller ADMIN = Wired.as("Nomsa");
    private final Wired wired = new Wired();
    private final TokensResource resource =
            new TokensResource(wired.dariro.database, wired.tokens, wired.dariro.groups, wired.dariro.audit);

    @AfterEach
    void close() {
        wired.close();
    }

    private TokensResource.TokenView make(String name, List<Long> groups) {
        return resource.create(ADMIN, new TokensResource.NewToken(name, List.of("mentor"), groups));
    }

    private static int refused(org.junit.jupiter.api.function.Executable call) {
        return assertThrows(Refused.class, call).problem().status();
    }

    @Test
    void aTokenIsShownOnceAndWorksUntilItIsRevoked() {
        TokensResource.TokenView made = make("Grace", List.of(wired.group));
        String secret = String.valueOf(made.token());
        ApiToken found = wired.tokens.find(secret).orElseThrow();
        assertEquals("Grace", found.name());
        assertEquals(Set.of(wired.group), found.groups());
        assertEquals(null, resource.list().items().get(0).token());
        resource.revoke(ADMIN, made.id());
        assertTrue(wired.tokens.find(secret).isEmpty());
        assertEquals(404, refused(() -> resource.revoke(ADMIN, made.id())));
        assertEquals(409, refused(() -> make("Grace", null))); // what she did stands in her name
    }

    @Test
    void aNameBelongsToOne() {
        make("Grace", null);
        assertEquals(409, refused(() -> make("grace", null)));
        assertEquals(409, refused(() -> make("DARIRO_API_TOKEN", null)));
        assertEquals(409, refused(() -> make("Service", null)));
        assertEquals(409, refused(() -> make("a member", null)));
        assertEquals(400, refused(() -> make(" ", null)));
        assertEquals(404, refused(() -> make("Farai", List.of(7L))));
        assertEquals(
                400,
                refused(() -> resource.create(
                        ADMIN, new TokensResource.NewToken("Farai", List.of("mentor", "queen"), null))));
    }

    @Test
    void aTokenForOneGroupGetsInThereOnly() {
        Optional<ApiToken> bound = wired.tokens.find(
                String.valueOf(make("Grace", List.of(wired.group)).token()));
        Optional<ApiToken> free =
                wired.tokens.find(String.valueOf(make("Farai", List.of()).token()));
        Guard guard = new Guard(wired.tokens, EnumSet.of(StaffRole.MENTOR), false);
        Guard heeds = new Guard(wired.tokens, EnumSet.of(StaffRole.MENTOR), true);
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
