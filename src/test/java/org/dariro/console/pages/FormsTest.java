package org.dariro.console.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import org.dariro.console.StaffRole;
import org.junit.jupiter.api.Test;

/** No other site sends a form in a user's name. */
class FormsTest {
    @Test
    void aFormIsTakenFromItsOwnSessionOnly() {
        try (Desk desk = new Desk(Map.of("DARIRO_SECOND_FACTOR", "optional"))) {
            Visit grace = desk.visit(desk.add("Grace", StaffRole.MENTOR, Set.of()));
            Visit rudo = desk.visit(desk.add("Rudo", StaffRole.MENTOR, Set.of()));
            assertTrue(desk.visits.isOwnForm(grace, grace.formToken()));
            assertFalse(desk.visits.isOwnForm(grace, rudo.formToken()));
            assertFalse(desk.visits.isOwnForm(desk.nobody(), grace.formToken()));
            for (String wrong : new String[] {"", "x", "0".repeat(64), grace.formToken() + "0"}) {
                assertFalse(desk.visits.isOwnForm(grace, wrong), wrong);
            }
        }
    }

    @Test
    void aTokenIsWrittenDifferentlyEachTime() {
        String token = "00112233445566778899aabbccddeeff";
        String one = FormToken.masked(token);
        assertNotEquals(one, FormToken.masked(token));
        assertTrue(FormToken.matches(token, one));
    }

    @Test
    void theBrowsersWordOnWhereAFormComesFromCounts() {
        assertTrue(PageGuard.sameSite("same-origin", null, "dariro.example"));
        assertFalse(PageGuard.sameSite("cross-site", "https://dariro.example", "dariro.example"));
        assertFalse(PageGuard.sameSite("same-site", "https://evil.dariro.example", "dariro.example"));
        assertTrue(PageGuard.sameSite(null, "https://dariro.example", "dariro.example"));
        assertTrue(PageGuard.sameSite(null, "http://10.0.0.5:8080", "10.0.0.5:8080"));
        assertFalse(PageGuard.sameSite(null, "https://evil.example", "dariro.example"));
        assertFalse(PageGuard.sameSite(null, "null", "dariro.example"));
        assertTrue(PageGuard.sameSite(null, null, "dariro.example"));
    }

    @Test
    void signingInLeadsToNoOtherSite() {
        assertEquals("/console/groups/7", Pages.local("/console/groups/7", "/console/today"));
        for (String other : new String[] {
            "//evil.example",
            "https://evil.example",
            "/console/../../x",
            "/console/\nx",
            "/console//evil.example?x",
            "/"
        }) {
            String local = Pages.local(other, "/console/today");
            assertTrue(local.equals("/console/today"), other);
        }
    }
}
