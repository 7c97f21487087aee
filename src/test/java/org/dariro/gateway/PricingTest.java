package org.dariro.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dariro.Dariro;
import org.dariro.gateways.api.Money;
import org.dariro.gateways.api.Msisdn;
import org.dariro.gateways.api.Outcome;
import org.dariro.group.Group;
import org.dariro.group.ReadingMode;
import org.dariro.member.Member;
import org.dariro.member.Network;
import org.dariro.platform.Settings;
import org.dariro.platform.Transaction;
import org.dariro.platform.Vault;
import org.dariro.platform.Work;
import org.dariro.transcript.HandClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PricingTest {
    private static final Network ECONET = new Network("64804");
    private static final Network NETONE = new Network("64801");
    private final HandClock clock = new HandClock();
    private final Dariro dariro = new Dariro(
                    Settings.of(Map.of(
                            "DARIRO_DB_URL",
                            "jdbc:h2:mem:" + UUID.randomUUID(),
                            "DARIRO_ACCOUNTS",
                            "a,b",
                            "DARIRO_ACCOUNT_A_KIND",
                            "simulator",
                            "DARIRO_ACCOUNT_B_KIND",
                            "simulator",
                            "DARIRO_LINE_FAILING_SECONDS",
                            "0")),
                    Vault.inMemory(),
                    clock,
                    Work.inline())
            .start();
    private final Line own = add("a", "+263770000000", Reach.EVERYWHERE);
    private final Line other = add("b", "+263780000000", Reach.EVERYWHERE);
    private final Group group = group();
    private final Member thandi = member("+263771000001");

    @AfterEach
    void close() {
        dariro.close();
    }

    private Line add(String account, String address, Reach reach) {
        return dariro.database.inTransaction(tx -> dariro.lines.add(tx, account, address, "", reach));
    }

    private Group group() {
        return dariro.database.inTransaction(tx -> {
            Group made = dariro.groups.create(
                    tx,
                    new Group(
                            0,
                            "HOPE",
                            "HOPE",
                            own.id(),
                            "en",
                            "ZW",
                            ReadingMode.AT_ONCE,
                            Duration.ofMinutes(5),
                            "",
                            false,
                            false));
            dariro.groupLines.set(tx, made, List.of(other));
            return made;
        });
    }

    private Member member(String number) {
        return dariro.database.inTransaction(tx -> dariro.members.findOrRegister(tx, Msisdn.of(number), "en"));
    }

    private void price(
            Line line, String country, Optional<Network> network, String amount, String currency, String day) {
        dariro.database.useTransaction(tx -> dariro.prices.add(
                tx,
                new Price(
                        0,
                        line.id(),
                        country,
                        network,
                        Optional.empty(),
                        new Money(new BigDecimal(amount), currency),
                        LocalDate.parse(day),
                        "test",
                        Instant.EPOCH)));
    }

    private Line chosen(Member member) {
        return dariro.database.inTransaction(tx -> dariro.pricing.choose(tx, group, member));
    }

    private Optional<String> priceNow(Line line, Member member) {
        return dariro.database.inTransaction(tx -> dariro.prices
                .price(tx, line.id(), dariro.networks.of(member))
                .map(money -> money.amount().toPlainString()));
    }

    @Test
    void withoutPricesItIsTheGroupsOwn() {
        assertEquals(own.id(), chosen(thandi).id());
    }

    @Test
    void theCheaperLineIsChosen() {
        price(own, "ZW", Optional.empty(), "0.05", "USD", "2026-01-01");
        price(other, "ZW", Optional.empty(), "0.049999", "USD", "2026-01-01");
        assertEquals(other.id(), chosen(thandi).id());
    }

    @Test
    void aLineWithoutAPriceComesLast() {
        price(other, "ZW", Optional.empty(), "9", "USD", "2026-01-01");
        assertEquals(other.id(), chosen(thandi).id());
    }

    @Test
    void pricesInAnotherCurrencyAreNotCompared() {
        price(own, "ZW", Optional.empty(), "0.05", "USD", "2026-01-01");
        price(other, "ZW", Optional.empty(), "0.01", "ZAR", "2026-01-01");
        assertEquals(own.id(), chosen(thandi).id());
    }

    @Test
    void theNetworksPriceGoesBeforeTheCountrys() {
        price(own, "ZW", Optional.empty(), "0.01", "USD", "2026-01-01");
        price(own, "ZW", Optional.of(ECONET), "0.09", "USD", "2025-01-01");
        price(other, "ZW", Optional.empty(), "0.05", "USD", "2026-01-01");
        assertEquals(other.id(), chosen(thandi).id());
        assertEquals(own.id(), chosen(member("+263711000001")).id());
    }

    @Test
    void thePriceOfTheLatestDayThatHasComeCounts() {
        price(own, "ZW", Optional.empty(), "0.05", "USD", "2026-01-01");
        price(own, "ZW", Optional.empty(), "0.06", "USD", "2026-03-02");
        price(own, "ZW", Optional.empty(), "0.07", "USD", "2026-03-03");
        price(own, "ZW", Optional.empty(), "0.04", "USD", "2025-01-01");
        assertEquals(Optional.of("0.06"), priceNow(own, thandi));
        clock.set(Instant.parse("2026-03-03T00:00:00Z"));
        assertEquals(Optional.of("0.07"), priceNow(own, thandi));
    }

    @Test
    void ofTwoPricesForOneDayTheLaterWordCounts() {
        price(own, "ZW", Optional.empty(), "0.05", "USD", "2026-01-01");
        price(own, "ZW", Optional.empty(), "0.06", "USD", "2026-01-01");
        assertEquals(Optional.of("0.06"), priceNow(own, thandi));
    }

    @Test
    void aPortedNumberIsPricedWhereItIs() {
        price(own, "ZW", Optional.of(NETONE), "0.09", "USD", "2026-01-01");
        assertEquals(Optional.empty(), priceNow(own, thandi));
        Member ported = dariro.database.inTransaction(tx -> dariro.members.network(tx, thandi, Optional.of(NETONE)));
        assertEquals(Optional.of("0.09"), priceNow(own, ported));
        assertEquals(Optional.of("0.09"), priceNow(own, member("+263771000001")), "it is kept");
    }

    @Test
    void aLineThatDoesNotReachTheMemberIsNotChosen() {
        price(other, "ZW", Optional.empty(), "0.01", "USD", "2026-01-01");
        dariro.database.useTransaction(tx -> dariro.lines.change(
                tx, other.with(Reach.of(List.of("KE", "64801")), other.mostSegments(), other.respelling()), "Ruth"));
        assertEquals(own.id(), chosen(thandi).id());
        assertEquals(other.id(), chosen(member("+263711000001")).id());
    }

    @Test
    void aLineThatIsDownComesLast() {
        price(other, "ZW", Optional.empty(), "0.01", "USD", "2026-01-01");
        for (int i = 0; i < 5; i++) {
            dariro.health.heard("b", i, new Outcome.RetryLater("AWAY"));
        }
        assertTrue(dariro.health.isOpen("b"));
        assertEquals(own.id(), chosen(thandi).id());
        dariro.health.heard("b", 1, new Outcome.Accepted(List.of(), Optional.empty()));
        assertEquals(other.id(), chosen(thandi).id());
    }

    @Test
    void whatIsKnownIsNotAddedTwice() {
        Price price = new Price(
                0,
                own.id(),
                "ZW",
                Optional.empty(),
                Optional.of("26377"),
                new Money(new BigDecimal("0.050"), "USD"),
                LocalDate.parse("2026-01-01"),
                "test",
                Instant.EPOCH);
        assertTrue(add(price));
        assertFalse(add(price));
        assertEquals(Optional.of("0.05"), priceNow(own, thandi));
    }

    private boolean add(Price price) {
        return dariro.database.inTransaction((Transaction tx) -> dariro.prices.add(tx, price));
    }

    @Test
    void networksAreKnownByTheirPrefix() {
        assertEquals(Optional.of(ECONET), dariro.networks.of(thandi).network());
        assertEquals(Optional.of("ZW"), dariro.networks.of(thandi).country());
        assertEquals(
                Optional.empty(), dariro.networks.of(member("+254711000001")).network());
        assertEquals(
                Optional.of("KE"), dariro.networks.of(member("+254711000001")).country());
    }
}
