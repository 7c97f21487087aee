package org.dariro.console.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dariro.conversation.MentoringFault;
import org.dariro.gateway.Price;
import org.dariro.gateways.api.Money;
import org.dariro.group.Group;
import org.dariro.group.Membership;
import org.dariro.group.Role;
import org.dariro.programme.BudgetForm;
import org.dariro.spend.ExchangeRate;
import org.dariro.spend.budget.Budgets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BudgetsTest {
    /** What is so old is counted. */
    private static final Duration SETTLED = Duration.ofMinutes(11);

    private final Wired wired = new Wired();
    private final BudgetDesk desk = new BudgetDesk(wired.dariro.database, wired.dariro.groups, wired.dariro.budgeting);

    @AfterEach
    void close() {
        wired.close();
    }

    private void price(String amount) {
        wired.dariro.database.useTransaction(tx -> wired.dariro.prices.add(
                tx,
                new Price(
                        0,
                        wired.dariro.lines.all().get(0).id(),
                        "ZW",
                        Optional.empty(),
                        Optional.empty(),
                        new Money(new BigDecimal(amount), "USD"),
                        LocalDate.parse("2026-01-01"),
                        "test",
                        Instant.EPOCH)));
    }

    private void join(String number, String nickname) {
        wired.text(number, "JOIN HOPE " + nickname);
        wired.text(number, "YES");
    }

    private static BudgetForm form(String amount, String reserve) {
        return new BudgetForm(amount, reserve, "USD", null, "2026-05-31");
    }

    private static List<String> faults(Refused refused) {
        return refused.problem().errors() == null
                ? List.of()
                : refused.problem().errors().stream().map(FieldError::field).toList();
    }

    @Test
    void withoutABudgetNothingIsLimited() {
        Refused refused = assertThrows(Refused.class, () -> desk.show(wired.group));
        assertEquals(404, refused.problem().status());
    }

    @Test
    void aBudgetWithoutPricesIsRefused() {
        join("+263771000001", "Thandi");
        Refused refused = assertThrows(Refused.class, () -> desk.set(wired.group, form("50.00", null), "me"));
        assertEquals(409, refused.problem().status());
        assertTrue(
                refused.problem().detail().contains("no price in USD"),
                refused.problem().detail());
        assertThrows(Refused.class, () -> desk.show(wired.group));
    }

    @Test
    void whatIsWrongIsToldFieldByField() {
        Refused refused = assertThrows(
                Refused.class,
                () -> desk.set(wired.group, new BudgetForm("-3", "x", "dollars", "2026-12-01", "soon"), "me"));
        assertEquals(List.of("amount", "reserve", "reserve", "currency", "from", "until"), faults(refused));
    }

    @Test
    void aBudgetShowsHowItStands() {
        price("0.10");
        join("+263771000001", "Thandi");
        join("+263771000002", "Rudo");
        BudgetView set = desk.set(wired.group, form("50.00", null), "me");
        assertEquals("50.00", set.amount());
        assertEquals("5.00", set.reserve());
        assertEquals("45.00", set.left());
        assertEquals("chosen", set.rung());
        assertEquals("2026-06-01T00:00:00Z", String.valueOf(set.until()));
        wired.text("+263771000001", "Hello");
        BudgetView view = desk.show(wired.group);
        assertEquals("0.10", view.spent());
        assertEquals("44.90", view.left());
        assertNotNull(view.forecast());
        assertEquals("set", view.events().get(view.events().size() - 1).kind());
        assertNull(view.inHand());
        assertEquals(1, desk.all().size());
    }

    @Test
    void whatWasSpentSinceItsFirstDayCounts() {
        price("0.10");
        join("+263771000001", "Thandi");
        join("+263771000002", "Rudo");
        wired.text("+263771000001", "Hello");
        wired.clock.set(wired.clock.instant().plus(SETTLED));
        BudgetView view =
                desk.set(wired.group, new BudgetForm("50.00", "5.00", "USD", "2026-03-01", "2026-05-31"), "me");
        assertEquals("0.10", view.spent());
        assertFalse(view.reserveSpent().equals("0.00"), "joining was answered");
    }

    @Test
    void whatACarrierDoesNotTakeFlowsBack() {
        price("0.10");
        join("+263771000001", "Thandi");
        join("+263771000002", "Rudo");
        desk.set(wired.group, form("50.00", null), "me");
        wired.clock.set(wired.clock.instant().plus(Duration.ofMinutes(2)));
        wired.text("+263771000001", "Hello");
        assertEquals("44.90", desk.show(wired.group).left());
        wired.dariro.database.useTransaction(tx -> tx.update(
                "insert into corrections (parcel_id, reason, amount, currency, at)"
                        + " select max(id), 'UNSENT', -0.10, 'USD', cast(? as timestamp with time zone) from parcels",
                wired.clock.instant()));
        wired.clock.set(wired.clock.instant().plus(SETTLED));
        wired.dariro.budgetWatch.turn();
        assertEquals("45.00", desk.show(wired.group).left());
        wired.dariro.budgetWatch.turn();
        assertEquals("45.00", desk.show(wired.group).left(), "once");
    }

    /** A charge of the last text, as a node enters it. */
    private void charge(long id, String amount, String currency, Duration after) {
        wired.dariro.database.useTransaction(tx -> tx.update(
                "insert into charges (id, account, parcel_id, amount, currency, source, at)"
                        + " select cast(? as bigint), 'sim', max(id), cast(? as numeric(18, 6)), cast(? as varchar(3)),"
                        + " 'RECEIPT', cast(? as timestamp with time zone) from parcels",
                id,
                new BigDecimal(amount),
                currency,
                wired.clock.instant().plus(after)));
    }

    private void settled() {
        wired.clock.set(wired.clock.instant().plus(SETTLED));
        wired.dariro.budgetWatch.turn();
    }

    @Test
    void whatWasExpectedIsReleasedOnceWhateverTheIdsOfCharges() {
        price("0.10");
        join("+263771000001", "Thandi");
        join("+263771000002", "Rudo");
        desk.set(wired.group, form("50.00", null), "me");
        wired.text("+263771000001", "Hello");
        charge(9_000_000, "0.12", "USD", Duration.ofSeconds(1));
        settled();
        assertEquals("44.88", desk.show(wired.group).left());
        charge(8_000_000, "-0.01", "USD", Duration.ofSeconds(2)); // from another node's block of ids
        settled();
        assertEquals("44.89", desk.show(wired.group).left());
    }

    @Test
    void aChargeWithoutARateIsCountedWhenThereIsOne() {
        price("0.10");
        join("+263771000001", "Thandi");
        join("+263771000002", "Rudo");
        desk.set(wired.group, form("50.00", null), "me");
        wired.text("+263771000001", "Hello");
        charge(9_000_000, "2", "ZAR", Duration.ofSeconds(1));
        settled();
        BudgetView view = desk.show(wired.group);
        assertEquals("44.90", view.left(), "nothing is given back");
        assertTrue(view.alarms().contains("no-rate"), view.alarms().toString());
        assertThrows(Refused.class, () -> desk.set(wired.group, form("60.00", null), "me"));
        wired.dariro.database.useTransaction(tx -> wired.dariro.exchangeRates.add(
                tx,
                new ExchangeRate(
                        0,
                        "ZAR",
                        "USD",
                        new BigDecimal("0.06"),
                        LocalDate.parse("2026-01-01"),
                        "test",
                        Instant.EPOCH)));
        settled();
        assertEquals("44.88", desk.show(wired.group).left());
    }

    @Test
    void whatABudgetDidNotPayForDoesNotFlowIntoIt() {
        price("0.10");
        join("+263771000001", "Thandi");
        join("+263771000002", "Rudo");
        wired.text("+263771000001", "Hello");
        settled();
        desk.set(wired.group, form("50.00", null), "me");
        charge(9_000_000, "0.02", "USD", Duration.ofSeconds(1));
        settled();
        assertEquals("45.00", desk.show(wired.group).left());
    }

    @Test
    void settingABudgetAgainCountsNothingTwice() {
        price("0.10");
        join("+263771000001", "Thandi");
        join("+263771000002", "Rudo");
        BudgetForm whole = new BudgetForm("50.00", "5.00", "USD", "2026-03-01", "2026-05-31");
        desk.set(Budgets.PROGRAMME, whole, "me");
        wired.text("+263771000001", "Hello");
        charge(9_000_000, "0.15", "USD", Duration.ofSeconds(1));
        wired.clock.set(wired.clock.instant().plus(SETTLED)); // not counted yet
        desk.set(Budgets.PROGRAMME, whole, "me");
        settled();
        assertEquals("0.15", desk.show(Budgets.PROGRAMME).spent());
        BigDecimal answers = new BigDecimal(desk.show(Budgets.PROGRAMME).reserveSpent());
        desk.set(Budgets.PROGRAMME, whole, "me");
        settled();
        assertEquals(answers, new BigDecimal(desk.show(Budgets.PROGRAMME).reserveSpent()), "answers are counted once");
    }

    @Test
    void anotherCurrencyBeginsAnew() {
        price("0.10");
        join("+263771000001", "Thandi");
        join("+263771000002", "Rudo");
        desk.set(Budgets.PROGRAMME, form("50.00", null), "me");
        wired.text("+263771000001", "Hello");
        wired.dariro.database.useTransaction(tx -> wired.dariro.exchangeRates.add(
                tx,
                new ExchangeRate(
                        0, "USD", "KES", new BigDecimal("130"), LocalDate.parse("2026-01-01"), "test", Instant.EPOCH)));
        wired.clock.set(wired.clock.instant().plus(SETTLED));
        desk.set(Budgets.PROGRAMME, new BudgetForm("1000.00", "100.00", "KES", null, "2026-05-31"), "me");
        wired.text("+263771000001", "Hello again");
        assertEquals("13.00", desk.show(Budgets.PROGRAMME).spent());
        assertEquals("KES", desk.show(wired.group).currency());
    }

    @Test
    void theProgrammesBudgetAndThoseOfGroupsHaveOneCurrency() {
        price("0.10");
        desk.set(wired.group, form("50.00", null), "me");
        Refused refused = assertThrows(
                Refused.class,
                () -> desk.set(Budgets.PROGRAMME, new BudgetForm("50.00", null, "EUR", null, "2026-05-31"), "me"));
        assertEquals(409, refused.problem().status());
    }

    @Test
    void aMentorsPrivateWordsNeedMoneyUnlessTheyAreAboutAnAlert() {
        price("0.10");
        join("+263771000001", "Thandi");
        join("+263771000002", "Rudo");
        wired.mentor("Grace");
        desk.set(wired.group, form("0.15", "0.10"), "me");
        wired.dariro.database.useTransaction(tx -> {
            Group group = wired.dariro.groups.get(tx, wired.group);
            List<Membership> places = wired.dariro.memberships.in(tx, wired.group);
            Membership mentor = places.stream()
                    .filter(place -> place.role() == Role.MENTOR)
                    .findFirst()
                    .orElseThrow();
            Membership thandi = places.stream()
                    .filter(place -> place.name().equals("Thandi"))
                    .findFirst()
                    .orElseThrow();
            assertEquals(
                    List.of(MentoringFault.NO_MONEY),
                    wired.dariro
                            .mentoring
                            .tell(tx, group, thandi, mentor.name(), "Hello", "Grace")
                            .match(told -> List.of(), faults -> faults));
            assertEquals(
                    List.of(),
                    wired.dariro
                            .mentoring
                            .tell(tx, group, thandi, mentor.name(), "Hello", 7L, "Grace")
                            .match(told -> List.of(), faults -> faults));
        });
        assertEquals(List.of("CARE"), wired.dariro.database.inTransaction(tx -> tx.query(
                        "select kind from parcels where kind in ('MENTOR', 'CARE', 'SAFETY')")
                .mapTo(String.class)
                .list()));
        assertEquals("-0.05", desk.show(wired.group).left(), "what nothing stops is paid for, too");
    }

    @Test
    void aGroupIsToldWhenTheTimeOfItsBudgetIsOver() {
        price("0.10");
        join("+263771000001", "Thandi");
        join("+263771000002", "Rudo");
        desk.set(wired.group, form("50.00", null), "me");
        wired.dariro.budgetWatch.turn();
        wired.sent.clear();
        wired.clock.set(Instant.parse("2026-06-01T00:01:00Z"));
        wired.dariro.budgetWatch.turn();
        wired.dariro.runDue();
        assertEquals(
                2, wired.sent.stream().filter(text -> text.contains("used up")).count(), wired.sent.toString());
    }

    @Test
    void whatAClosedGroupHasInHandGoesBack() {
        price("0.10");
        join("+263771000001", "Thandi");
        join("+263771000002", "Rudo");
        desk.set(Budgets.PROGRAMME, form("50.00", "5.00"), "me");
        wired.text("+263771000001", "Hello");
        wired.dariro.database.useTransaction(tx -> wired.dariro.groups.close(tx, wired.group));
        wired.dariro.budgetWatch.turn();
        assertEquals("44.90", desk.show(Budgets.PROGRAMME).left());
        assertEquals("0.00", desk.show(Budgets.PROGRAMME).inHand());
    }

    @Test
    void whoWaitsForAPriceGetsThePostsWhenThereIsOne() throws IOException {
        price("0.10");
        join("+263771000001", "Thandi");
        desk.set(wired.group, form("50.00", null), "me");
        join("+254711000002", "Rudo");
        wired.text("+263771000001", "Hello Rudo");
        assertFalse(wired.sent.stream().anyMatch(text -> text.contains("Thandi: Hello Rudo")));
        new PricesResource(wired.dariro.database, wired.dariro.lines, wired.dariro.prices, wired.dariro.budgetWatch)
                .load(
                        "Ruth",
                        null,
                        new ByteArrayInputStream(("country,network,line,price,currency,valid from,source\nKE,,"
                                        + Wired.LINE + ",0.04,USD,2026-01-01,x\n")
                                .getBytes(UTF_8)));
        wired.dariro.runDue();
        assertTrue(wired.sent.stream().anyMatch(text -> text.contains("Thandi: Hello Rudo")), wired.sent.toString());
    }

    @Test
    void whatAnIdleGroupHasInHandComesBackWhenOthersNeedIt() {
        price("0.10");
        join("+263771000001", "Thandi");
        join("+263771000002", "Rudo");
        desk.set(Budgets.PROGRAMME, form("10.00", "1.00"), "me");
        wired.dariro.database.useTransaction(tx -> {
            tx.update("update budgets set in_hand = 8.95, left_over = 0.05 where group_id = ?", wired.group);
            tx.update("update budgets set left_over = 0.05 where group_id = 0");
            tx.update("update budgets set left_over = null where group_id = ?", wired.group);
        });
        wired.dariro.budgetWatch.turn();
        assertEquals("0.40", desk.show(wired.group).inHand(), "enough for two texts to everybody");
        assertEquals("8.60", desk.show(Budgets.PROGRAMME).left());
    }
}
