package org.dariro.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dariro.Dariro;
import org.dariro.console.pages.Desk;
import org.dariro.gateways.api.InboundSms;
import org.dariro.gateways.api.Outcome;
import org.dariro.platform.Settings;
import org.dariro.platform.Vault;
import org.dariro.platform.Work;
import org.dariro.spend.budget.Budgets;
import org.dariro.transcript.HandClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebhooksTest {
    private static final Map<String, String> OPEN =
            Map.of("DARIRO_WEBHOOK_ALLOW_HTTP", "true", "DARIRO_WEBHOOK_ALLOW_PRIVATE", "true");
    private static final Set<Event.Type> ALL = EnumSet.copyOf(List.of(Event.Type.choices()));
    private static final String THANDI = "+263771000001";
    private static final String RISK = "i want to kill myself tonight";
    private final Receiver receiver = new Receiver();
    private final Desk desk = new Desk(OPEN);
    private int texts;

    @AfterEach
    void close() {
        desk.close();
        receiver.close();
    }

    private Webhooks.Made register(Set<Event.Type> events) {
        return desk.dariro.database.inTransaction(tx -> desk.dariro.webhooks.add(tx, receiver.url(), events, "Nomsa"));
    }

    private void text(String from, String text) {
        desk.dariro.camel.send("direct:inlet-sms", new InboundSms("sim", "m" + texts++, from, Desk.LINE, text));
        desk.dariro.runDue();
    }

    private Endpoint endpoint(long id) {
        return desk.dariro
                .database
                .inTransaction(tx -> desk.dariro.webhooks.find(tx, id))
                .orElseThrow();
    }

    private List<Call> calls(long id) {
        return desk.dariro.database.inTransaction(tx -> desk.dariro.webhooks.calls(tx, id, 100));
    }

    private void pass(Duration time) {
        desk.clock.set(desk.clock.instant().plus(time));
    }

    private Call tested(long id) {
        return desk.dariro
                .database
                .inTransaction(tx -> desk.dariro.webhooks.test(tx, id))
                .orElseThrow();
    }

    @Test
    void whatHappensIsToldSignedAndWithoutWordsOrNumbers() {
        Webhooks.Made made = register(ALL);
        long group = desk.group("Hope");
        desk.member(group, THANDI, "Thandi");
        text(THANDI, "hello all");
        text(THANDI, RISK);
        long alert = desk.dariro
                .database
                .inTransaction(tx -> desk.dariro.alerts.list(
                        tx, org.dariro.safeguarding.AlertQuery.all(org.dariro.safeguarding.AlertQuery.Kind.ALL)))
                .get(0)
                .id();
        desk.dariro.database.useTransaction(tx -> desk.dariro.alerts.claim(tx, alert, "Grace", false));
        assertEquals(4, desk.dariro.calling.turn());
        assertEquals(
                List.of("post.released", "post.held", "alert.raised", "alert.claimed").stream()
                        .sorted()
                        .toList(),
                calls(made.endpoint().id()).stream().map(Call::event).sorted().toList());
        for (Receiver.Got got : receiver.got) {
            assertTrue(got.isSignedBy(made.secret()), got.toString());
            assertEquals(Long.toString(desk.clock.instant().getEpochSecond()), got.timestamp());
            assertTrue(got.body().contains("\"group\":" + group), got.body());
            for (String hidden : List.of("kill", "hello", "77100", "Thandi", "Grace", "Hope")) {
                assertFalse(got.body().contains(hidden), got.body());
            }
        }
        String raised = receiver.got.stream()
                .map(Receiver.Got::body)
                .filter(body -> body.contains("alert.raised"))
                .findFirst()
                .orElseThrow();
        assertTrue(raised.contains("\"alert\":" + alert) && raised.contains("\"severity\":\"critical\""), raised);
        assertEquals(0, desk.dariro.calling.turn());
    }

    @Test
    void privateWordsThatWaitAreToldOfAndThoseOfAnAlertAreLeftToIt() {
        Webhooks.Made made = register(EnumSet.of(Event.Type.WORDS_WAITING));
        long group = desk.group("Hope");
        long thandi = desk.member(group, THANDI, "Thandi").id();
        text(THANDI, "hello all");
        text(THANDI, "MENTOR can we talk");
        String body = calls(made.endpoint().id()).get(0).body();
        assertTrue(body.contains("\"type\":\"words.waiting\""), body);
        assertTrue(body.contains("\"member\":" + thandi) && body.contains("\"group\":" + group), body);
        assertFalse(body.contains("talk") || body.contains("77100") || body.contains("Thandi"), body);
        text(THANDI, "MENTOR " + RISK);
        text(THANDI, "MENTOR please");
        assertEquals(1, calls(made.endpoint().id()).size());
        desk.dariro.database.useTransaction(tx -> desk.dariro.alerts.putOff(
                tx,
                desk.dariro
                        .alerts
                        .list(tx, org.dariro.safeguarding.AlertQuery.all(org.dariro.safeguarding.AlertQuery.Kind.ALL))
                        .get(0)
                        .id(),
                "Grace",
                desk.clock.instant().plus(Duration.ofHours(20)),
                ""));
        text(THANDI, "MENTOR are you there");
        assertEquals(2, calls(made.endpoint().id()).size());
    }

    @Test
    void whatIsAddedToAReportIsLeftToTheAlertThatItRaises() {
        Webhooks.Made made = register(EnumSet.of(Event.Type.WORDS_WAITING));
        long group = desk.group("Hope");
        desk.member(group, THANDI, "Thandi");
        desk.member(group, "+263771000099", "Farai");
        text("+263771000099", "hello all");
        text(THANDI, "REPORT Farai " + RISK);
        assertEquals(List.of(), calls(made.endpoint().id()));
        text(THANDI, "REPORT Farai he keeps asking for money");
        assertEquals(0, calls(made.endpoint().id()).size(), "an alert is open: it has these words");
    }

    @Test
    void budgetsAndAccountsAreToldOfToo() {
        Webhooks.Made made = register(EnumSet.of(Event.Type.BUDGET_ALARM, Event.Type.ACCOUNT_DOWN));
        desk.dariro.database.useTransaction(tx -> {
            desk.dariro.budgets.event(tx, Budgets.PROGRAMME, org.dariro.spend.budget.Event.Kind.SPENT_80, "x");
            desk.dariro.budgets.event(tx, Budgets.PROGRAMME, org.dariro.spend.budget.Event.Kind.STEP_UP, "x");
        });
        for (int i = 0; i < 8; i++) {
            desk.dariro.health.heard("sim", i, new Outcome.RetryLater("AWAY"));
            pass(Duration.ofSeconds(3));
        }
        desk.dariro.failover.turn();
        desk.dariro.failover.turn();
        List<String> bodies =
                calls(made.endpoint().id()).stream().map(Call::body).toList();
        assertEquals(2, bodies.size(), bodies.toString());
        assertTrue(bodies.get(1).contains("\"alarm\":\"spent-80\""), bodies.toString());
        assertTrue(bodies.get(0).contains("\"account\":\"sim\""), bodies.toString());
    }

    @Test
    void whatFailsIsTriedAgainUnderTheSameIdAndThenGivenUp() {
        long id = register(ALL).endpoint().id();
        receiver.status = 500;
        tested(id);
        assertEquals(1, desk.dariro.calling.turn());
        assertEquals(0, desk.dariro.calling.turn());
        assertTrue(endpoint(id).failingSince().isPresent());
        for (Duration wait : Calling.WAITS) {
            pass(wait.minusSeconds(1));
            assertEquals(0, desk.dariro.calling.turn());
            pass(Duration.ofSeconds(1));
            assertEquals(1, desk.dariro.calling.turn());
        }
        assertEquals(10, receiver.got.size());
        assertEquals(1, receiver.got.stream().map(Receiver.Got::id).distinct().count());
        assertEquals(Call.State.GIVEN_UP, calls(id).get(0).state());
        assertEquals("500", calls(id).get(0).outcome());
        assertEquals(Endpoint.Why.FAILING, endpoint(id).why().orElseThrow());
        receiver.status = 200;
        desk.dariro.database.useTransaction(tx -> {
            desk.dariro.webhooks.turn(tx, id, true, "Nomsa");
            desk.dariro.webhooks.again(tx, id, calls(id).get(0).id());
        });
        assertEquals(1, desk.dariro.calling.turn());
        assertEquals(Call.State.DONE, calls(id).get(0).state());
    }

    @Test
    void aCallThatComesThroughEndsTheFailing() {
        long id = register(ALL).endpoint().id();
        receiver.status = 503;
        tested(id);
        desk.dariro.calling.turn();
        receiver.status = 202;
        pass(Calling.WAITS.get(0));
        desk.dariro.calling.turn();
        assertTrue(endpoint(id).failingSince().isEmpty());
        assertEquals("202", calls(id).get(0).outcome());
    }

    @Test
    void anEndpointThatIsGoneIsTurnedOffAndOthersGoOn() {
        long id = register(ALL).endpoint().id();
        receiver.status = 410;
        tested(id);
        desk.dariro.calling.turn();
        assertEquals(Endpoint.Why.GONE, endpoint(id).why().orElseThrow());
        receiver.status = 204;
        long other = register(EnumSet.of(Event.Type.ALERT_RAISED)).endpoint().id();
        long group = desk.group("Hope");
        desk.member(group, THANDI, "Thandi");
        text(THANDI, RISK);
        assertEquals(
                List.of("alert.raised"), calls(other).stream().map(Call::event).toList());
        assertEquals(1, calls(id).size(), "what is off is told nothing new");
        pass(Duration.ofHours(1));
        assertEquals(1, desk.dariro.calling.turn());
    }

    @Test
    void aRedirectIsNoSuccessAndNotFollowed() {
        long id = register(ALL).endpoint().id();
        receiver.status = 302;
        tested(id);
        desk.dariro.calling.turn();
        assertEquals(1, receiver.got.size());
        assertEquals("302", calls(id).get(0).outcome());
        assertEquals(Call.State.WAITING, calls(id).get(0).state());
    }

    @Test
    void forADayBothSecretsSign() {
        Webhooks.Made made = register(ALL);
        long id = made.endpoint().id();
        String fresh = desk.dariro
                .database
                .inTransaction(tx -> desk.dariro.webhooks.rotate(tx, id, "Nomsa"))
                .orElseThrow()
                .secret();
        tested(id);
        desk.dariro.calling.turn();
        assertTrue(receiver.got.get(0).isSignedBy(made.secret()));
        assertTrue(receiver.got.get(0).isSignedBy(fresh));
        pass(Webhooks.BOTH);
        tested(id);
        desk.dariro.calling.turn();
        assertFalse(receiver.got.get(1).isSignedBy(made.secret()));
        assertTrue(receiver.got.get(1).isSignedBy(fresh));
    }

    @Test
    void anEventThatDidNotLastIsNotTold() {
        long id = register(ALL).endpoint().id();
        try {
            desk.dariro.database.useTransaction(tx -> {
                desk.dariro.webhooks.tell(tx, Event.of(Event.Type.ALERT_RAISED, desk.clock.instant()));
                throw new IllegalArgumentException("rolled back");
            });
        } catch (IllegalArgumentException e) {
            assertEquals(List.of(), calls(id));
        }
    }

    @Test
    void withoutAnEndpointATextCostsNoStatement() {
        long group = desk.group("Hope");
        desk.member(group, THANDI, "Thandi");
        text(THANDI, "one");
        desk.dariro.database.useTransaction(tx -> {
            tx.update("alter table webhook_calls rename to away_calls");
            tx.update("alter table webhooks rename to away");
        });
        text(THANDI, "two");
        long last = desk.dariro.database.inTransaction(tx -> desk.dariro.log.lastSeq(tx, group));
        assertEquals(2, last);
    }

    @Test
    void aRestartLosesNothing() {
        Map<String, String> given = new java.util.HashMap<>(OPEN);
        given.put("DARIRO_DB_URL", "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        Vault vault = Vault.inMemory();
        HandClock clock = new HandClock();
        Set<Long> told = new HashSet<>();
        try (Dariro before = new Dariro(Settings.of(given), vault, clock, Work.inline()).start()) {
            long id = before.database
                    .inTransaction(tx -> before.webhooks.add(tx, receiver.url(), ALL, "Nomsa"))
                    .endpoint()
                    .id();
            before.database.useTransaction(tx -> {
                for (int i = 0; i < 30; i++) {
                    before.webhooks.test(tx, id).ifPresent(call -> told.add(call.id()));
                }
            });
            assertEquals(5, before.calling.turn());
            Call taken = before.database
                    .inTransaction(tx -> new CallDao().due(tx, clock.instant(), 1))
                    .get(0);
            before.database.useTransaction(tx -> assertTrue(new CallDao()
                    .claim(tx, taken, clock.instant(), clock.instant().plusSeconds(60)))); // on the wire as it ends
        }
        try (Dariro after = new Dariro(Settings.of(given), vault, clock, Work.inline()).start()) {
            while (after.calling.turn() > 0) {
                // there is more
            }
            assertEquals(29, receiver.got.size());
            clock.set(clock.instant().plusSeconds(60));
            after.calling.turn();
        }
        assertEquals(
                told.stream().map(id -> "msg_" + id).collect(Collectors.toSet()),
                receiver.got.stream().map(Receiver.Got::id).collect(Collectors.toSet()));
        assertEquals(30, receiver.got.size());
    }
}
