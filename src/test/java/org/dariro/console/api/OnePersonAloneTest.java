package org.dariro.console.api;

import static org.dariro.console.api.Wired.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Set;
import org.dariro.member.Staff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one person alone cannot do with an alert. */
class OnePersonAloneTest {
    private static final String THANDI = "+263771000001";
    private static final String RISK = "i want to kill myself tonight";
    private static final Caller GRACE = Wired.as("Grace");
    private static final Caller FARAI = Wired.as("Farai");
    private final Wired wired = new Wired();

    @BeforeEach
    void enrol() {
        wired.mentor("Grace");
        wired.enrolInPerson(THANDI, "Thandi");
    }

    @AfterEach
    void close() {
        wired.close();
    }

    private AlertView danger() {
        wired.text(THANDI, RISK);
        return wired.queue().get(0);
    }

    private void decidePost() {
        wired.holds.reject(GRACE, wired.waiting().get(0).id(), new HoldsResource.Decision(null, "Let us talk first."));
    }

    private AlertResource.Until in(Duration time) {
        return new AlertResource.Until(wired.clock.instant().plus(time).toString(), null);
    }

    private static AlertResource.Closing safe(boolean others) {
        return new AlertResource.Closing(null, "safe", "Spoke with her", others, null);
    }

    @Test
    void aCriticalAlertIsPutOffByADayAtMostAndNeverWhileItsPostOrASecondPersonWaits() {
        AlertView alert = danger();
        Problem post = refused(409, () -> wired.alert.followUp(GRACE, alert.id(), in(Duration.ofHours(1))));
        assertTrue(String.valueOf(post.detail()).contains("still waits"), post.toString());
        decidePost();
        refused(400, () -> wired.alert.followUp(GRACE, alert.id(), in(Duration.ofHours(25))));
        wired.alert.followUp(GRACE, alert.id(), in(Duration.ofHours(24)));
        assertTrue(wired.queue().isEmpty());
        wired.alert.close(GRACE, alert.id(), safe(false));
        refused(409, () -> wired.alert.followUp(GRACE, alert.id(), in(Duration.ofHours(1))));
        assertEquals("closing", wired.queue().get(0).state());
    }

    @Test
    void whatSomebodyTakesIsPutOffNoMore() {
        AlertView alert = danger();
        decidePost();
        wired.alert.followUp(GRACE, alert.id(), in(Duration.ofHours(20)));
        wired.alert.claim(FARAI, alert.id(), new AlertResource.Claiming(null));
        assertNull(wired.queue().get(0).followUpAt());
        wired.alert.letGo(FARAI, alert.id());
        assertEquals(alert.id(), wired.queue().get(0).id());
    }

    @Test
    void whoClosedItFirstNeitherTakesItNorIsHandedItButMayAddToItAndOpenItAgain() {
        wired.staff("Grace", Staff.Role.MENTOR, Set.of(wired.group));
        wired.staff("Farai", Staff.Role.COORDINATOR, Set.of());
        AlertView alert = danger();
        decidePost();
        wired.alert.close(GRACE, alert.id(), safe(false));
        Problem claim =
                refused(409, () -> wired.alert.claim(Wired.as("grace"), alert.id(), new AlertResource.Claiming(null)));
        assertTrue(String.valueOf(claim.detail()).startsWith("Who closed this alert first"), claim.toString());
        wired.alert.note(GRACE, alert.id(), new AlertResource.Note("Her sister is with her"));
        assertNull(wired.queue().get(0).claimedBy());
        wired.alert.claim(FARAI, alert.id(), new AlertResource.Claiming(null));
        refused(409, () -> wired.alert.claim(GRACE, alert.id(), new AlertResource.Claiming(true)));
        Problem handed =
                refused(409, () -> wired.alert.handOver(FARAI, alert.id(), new AlertResource.To("Grace", null)));
        assertTrue(String.valueOf(handed.detail()).startsWith("Who closed this alert first"), handed.toString());
        assertEquals("Farai", wired.queue().get(0).claimedBy());
        wired.alert.reopen(GRACE, alert.id(), new AlertResource.Note("She wrote again"));
        wired.alert.claim(GRACE, alert.id(), new AlertResource.Claiming(true));
        assertEquals("Grace", wired.queue().get(0).claimedBy());
    }

    @Test
    void takingOverWhatAnotherHasLeavesWhatOneClosedFirst() {
        AlertView first = danger();
        decidePost();
        wired.alert.close(GRACE, first.id(), safe(false));
        wired.clock.set(wired.clock.instant().plus(Duration.ofHours(2)));
        wired.text(THANDI, "MENTOR " + RISK);
        AlertView second = wired.queue().get(1);
        wired.alert.claim(FARAI, first.id(), new AlertResource.Claiming(null));
        wired.alert.claim(FARAI, second.id(), new AlertResource.Claiming(null));
        wired.alert.claim(GRACE, second.id(), new AlertResource.Claiming(true));
        assertEquals("Farai", wired.alert.show(FARAI, first.id()).alert().claimedBy());
    }

    @Test
    void closingTheOthersTooIsNoSecondLookAtThem() {
        AlertView first = danger();
        decidePost();
        wired.alert.close(GRACE, first.id(), safe(false));
        wired.clock.set(wired.clock.instant().plus(Duration.ofHours(2)));
        wired.text(THANDI, "MENTOR " + RISK);
        AlertView second = wired.queue().get(1);
        wired.alert.close(FARAI, second.id(), safe(true));
        assertEquals("closing", wired.alert.show(FARAI, first.id()).alert().state());
    }
}
