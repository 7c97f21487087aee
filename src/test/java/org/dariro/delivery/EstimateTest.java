package org.dariro.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dariro.Dariro;
import org.dariro.gateway.Line;
import org.dariro.gateway.Price;
import org.dariro.gateways.api.InboundSms;
import org.dariro.gateways.api.Money;
import org.dariro.group.Group;
import org.dariro.group.ReadingMode;
import org.dariro.member.Network;
import org.dariro.platform.Settings;
import org.dariro.platform.Vault;
import org.dariro.platform.Work;
import org.dariro.transcript.HandClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is expected to be paid for a parcel stands in its row. */
class EstimateTest {
    private static final String THANDI = "+263771000001";
    private static final String RUDO = "+263711000002";
    private final HandClock clock = new HandClock();
    private final Dariro dariro = new Dariro(
                    Settings.of(Map.of("DARIRO_DB_URL", "jdbc:h2:mem:" + UUID.randomUUID())),
                    Vault.inMemory(),
                    clock,
                    Work.inline())
            .start();
    private final Line line =
            dariro.database.inTransaction(tx -> dariro.lines.add(tx, "sim", "+263770000000", "*384#"));
    private int texts;

    @BeforeEach
    void join() {
        dariro.database.useTransaction(tx -> dariro.groups.create(
                tx,
                new Group(
                        0,
                        "HOPE",
                        "HOPE",
                        line.id(),
                        "en",
                        "ZW",
                        ReadingMode.BUNDLED,
                        Duration.ofMinutes(5),
                        "",
                        false,
                        false)));
        text(THANDI, "JOIN HOPE Thandi");
        text(THANDI, "YES");
        text(RUDO, "JOIN HOPE Rudo");
        text(RUDO, "YES");
    }

    @AfterEach
    void close() {
        dariro.close();
    }

    private void text(String from, String words) {
        dariro.camel.send("direct:inlet-sms", new InboundSms("sim", "m" + texts++, from, "+263770000000", words));
        dariro.runDue();
    }

    private void price(String amount, Optional<Network> network) {
        dariro.database.useTransaction(tx -> dariro.prices.add(
                tx,
                new Price(
                        0,
                        line.id(),
                        "ZW",
                        network,
                        Optional.empty(),
                        new Money(new BigDecimal(amount), "USD"),
                        LocalDate.parse("2026-01-01"),
                        "test",
                        Instant.EPOCH)));
    }

    private List<String> parcels(Kind kind) {
        return dariro.database.inTransaction(tx -> tx.query("select p.segments, p.naive_segments, r.price, p.network,"
                        + " m.nickname from parcels p left join prices r on r.id = p.price_id"
                        + " left join memberships m on m.id = p.caused_by where p.kind = ? order by p.id")
                .bind(0, kind.name())
                .map((row, context) -> row.getInt(1) + " for " + row.getInt(2) + " at "
                        + (row.getBigDecimal(3) == null
                                ? "?"
                                : row.getBigDecimal(3).stripTrailingZeros().toPlainString())
                        + " to " + row.getString(4) + " by " + row.getString(5))
                .list());
    }

    private void packed() {
        clock.set(clock.instant().plus(Duration.ofMinutes(6)));
        dariro.runDue();
    }

    @Test
    void postsThatTravelTogetherStandBesideWhatEachAloneWouldCost() {
        price("0.04", Optional.empty());
        price("0.0195", Optional.of(new Network("64803")));
        price("0.11", Optional.of(new Network("64804")));
        text(THANDI, "Hello");
        text(THANDI, "Who is there?");
        text(THANDI, "Is it only me, then, who cannot sleep and counts the dogs?");
        packed();
        assertEquals(List.of("1 for 3 at 0.04 to 64801 by Thandi"), parcels(Kind.GROUP));
    }

    @Test
    void withoutAPriceThereIsNoEstimate() {
        text(THANDI, "Hello");
        packed();
        assertEquals(List.of("1 for 1 at ? to 64801 by Thandi"), parcels(Kind.GROUP));
        price("0.04", Optional.empty());
        assertEquals(List.of("1 for 1 at ? to 64801 by Thandi"), parcels(Kind.GROUP), "it is written once");
        text(THANDI, "Hello again");
        packed();
        assertEquals("1 for 1 at 0.04 to 64801 by Thandi", parcels(Kind.GROUP).get(1));
    }

    @Test
    void aPostInSeveralPartsIsOneOfNaiveFanOut() {
        text(THANDI, "So this is what I wanted to say. ".repeat(40));
        packed();
        List<String> parts = parcels(Kind.GROUP);
        assertEquals("9", parts.get(0).split(" ")[2]);
        parts.stream().skip(1).forEach(part -> assertEquals("0", part.split(" ")[2]));
    }

    @Test
    void theOneWhoWroteMostOfATextCausedIt() {
        text("+263731000003", "JOIN HOPE Farai");
        text("+263731000003", "YES");
        text(THANDI, "Long ago. ".repeat(20));
        text(RUDO, "Yes");
        packed();
        assertEquals(
                "2 for 3 at ? to 64803 by Thandi",
                parcels(Kind.GROUP).stream()
                        .filter(parcel -> parcel.contains("64803"))
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void theServiceItselfCausesItsAnswers() {
        parcels(Kind.SYSTEM)
                .forEach(parcel -> assertEquals("null", parcel.substring(parcel.lastIndexOf(' ') + 1), parcel));
    }
}
