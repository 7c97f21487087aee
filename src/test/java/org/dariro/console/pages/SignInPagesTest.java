package org.dariro.console.pages;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import org.dariro.console.StaffRole;
import org.dariro.console.signin.User;
import org.junit.jupiter.api.Test;

class SignInPagesTest {
    @Test
    void theSignInPageIsWrittenInEachLanguage() {
        try (Desk desk = new Desk(Map.of("DARIRO_SECOND_FACTOR", "optional"))) {
            SignInPage page = new SignInPage(desk.signIn, desk.sessions, desk.openId, desk.dariro.accounts);
            String html = desk.html(page.show(desk.nobody(), null));
            assertTrue(html.contains("Forgotten your password?"), html);
            User grace = desk.add("Grace", StaffRole.MENTOR, Set.of());
            Visit visit = desk.visit(grace);
            assertTrue(visit.in());
            String today = desk.html(desk.today().show(visit));
            assertTrue(today.contains("There is no group here yet."), today);
            SecondFactorPage factor = new SecondFactorPage(desk.factor, desk.signIn);
            String setup = desk.html(factor.show(visit));
            assertTrue(setup.contains("<svg"), setup);
        }
    }
}
