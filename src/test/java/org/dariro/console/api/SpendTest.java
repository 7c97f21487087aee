package org.dariro.console.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.dariro.gateways.api.Charge;
import org.dariro.gateways.api.Money;
import org.dariro.platform.Settings;
import org.dariro.spend.ChargeSource;
import org.dariro.spend.Spending;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SpendTest {
    private static final String THANDI = "+263771000001";
    private final Wired wired = new Wired();
    private final SpendReports reports = new SpendReports(
            new Spending(
                    wired.dariro.database,
                    wired.dariro.spendDays,
                    wired.dariro.exchangeRates,
                    Settings.of(Map.of("DARIRO_CURRENCY", "ZAR"))),
            wired.dariro.database,
            wired.dariro.groups,
            wired.dariro.spendNames,
            wired.dariro.spendTexts,
            wired.dariro.spendOverview,
            wired.clock);
    private final SpendResource spend = new SpendResource(reports, wired.dariro.ledger, wired.dariro.database);
    private final InvoicesResource invoices = new InvoicesResource(
            wired.dariro.database,
            new InvoiceDesk(wired.dariro.database, wired.dariro.invoices, wired.dariro.accounts, wired.dariro.audit));
    private final ExchangeRatesResource rates =
            new ExchangeRatesResource(wired.dariro.database, wired.dariro.exchangeRates, wired.dariro.budgetWatch);

    @BeforeEach
    void post() throws IOException {
        new PricesResource(wired.dariro.database, wired.dariro.lines, wired.dariro.prices, wired.dariro.budgetWatch)
                .load(
                        "Ruth",
                        null,
                        in("country,network,line,price,currency,valid from,source\n"
                                + "ZW,64804," + Wired.LINE + ",0.04,USD,2026-01-01,x\n"
                                + "ZW,64801," + Wired.LINE + ",0.02,USD,2026-01-01,x\n"));
        wired.enrolInPerson(THANDI, "Thandi");
        wired.enrolInPerson("+263711000002", "Rudo");
        wired.enrolInPerson("+263731000003", "Tariro");
        wired.dariro.runDue();
        wired.clock.set(wired.clock.instant().plus(Duration.ofDays(1)));
        wired.text(THANDI, "Good morning");
    }

    @AfterEach
    void close() {
        wired.close();
    }

    private static ByteArrayInputStream in(String table) {
        return new ByteArrayInputStream(table.getBytes(UTF_8));
    }

    private SpendView today(String by) {
        return spend.show(Long.toString(wired.group), "2026-03-03", "2026-03-03", by);
    }

    private static List<String> lines(SpendView view) {
        return view.items().stream()
                .map(item -> item.label() + " " + item.parcels() + " "
                        + (item.amounts().isEmpty()
                                ? "-"
                                : item.amounts().get(0).spent()))
                .sorted()
                .toList();
    }

    private List<Long> parcels() {
        return wired.dariro.database.inTransaction(
                tx -> tx.query("select id from parcels where kind = 'GROUP' order by id")
                        .mapTo(Long.class)
                        .list());
    }

    @Test
    void theSamePartsAreAddedUpEveryWay() {
        assertEquals(List.of("Rudo 1 0.02", "Tariro 1 -"), lines(today("member")));
        assertEquals(List.of("ZW NetOne 1 0.02", "ZW Telecel 1 -"), lines(today("network")));
        assertEquals(List.of(Wired.LINE + " 2 0.02"), lines(today("line")));
        assertEquals(List.of("Thandi 2 0.02"), lines(today("cause")));
        assertEquals(List.of("Hope 2 0.02"), lines(today("group")));
        assertEquals("GROUP", today("kind").items().get(0).item());
        assertEquals("2026-03-03", today("day").items().get(0).item());
        assertEquals(1, today("day").total().unpriced());
        wired.clock.set(wired.clock.instant().plus(Duration.ofDays(2)));
        assertEquals(List.of("Thandi 2 0.02"), lines(today("cause")), "as well when the day is over");
        assertEquals(List.of("Hope 2 0.02"), lines(today("group")));
    }

    @Test
    void aMissingRateIsNamedAndNotGuessed() throws IOException {
        assertNull(today("day").total().converted());
        assertEquals(
                List.of(new SpendView.MissingRateView("USD", "ZAR", "2026-03-03")),
                today("day").missingRates());
        rates.load(in("""
                from,to,rate,valid from,source
                USD,ZAR,18.5,2026-03-01,Reserve Bank
                USD,ZAR,99,2026-03-04,Reserve Bank
                """));
        SpendView.AmountsView converted = today("day").total().converted();
        assertEquals("0.37", converted == null ? "" : converted.spent());
    }

    @Test
    void theTableIsSafeInASpreadsheet() {
        String table = spend.table(Long.toString(wired.group), "2026-03-03", "2026-03-03", "line");
        assertTrue(table.contains(",'" + Wired.LINE + ",2,2,2,1,USD,0.02,0.00,0.02,0.02,0.00,"), table);
    }

    @Test
    void aSumIsTakenApartIntoItsTexts() {
        String group = Long.toString(wired.group);
        Page<SpendTextView> texts = spend.texts(group, "2026-03-03", "2026-03-03", "kind", "GROUP", null, "1");
        assertEquals(1, texts.items().size());
        assertNotNull(texts.next());
        Page<SpendTextView> rest =
                spend.texts(group, "2026-03-03", "2026-03-03", "kind", "GROUP", Long.toString(texts.next()), "1");
        assertNull(rest.next());
        assertEquals(
                List.of("Rudo false", "Tariro true"),
                java.util.stream.Stream.concat(texts.items().stream(), rest.items().stream())
                        .map(one -> one.nickname() + " " + one.unpriced())
                        .sorted()
                        .toList());
        assertThrows(Refused.class, () -> spend.texts(group, null, null, "line", "x", null, null));
        assertTrue(spend.textTable(group, null, null, "network", "64801").contains(",Hope,Rudo,group,"));
    }

    @Test
    void theOverviewSharesTheCostAmongParticipants() {
        SpendOverviewView overview = spend.overview(Long.toString(wired.group));
        assertEquals(3, overview.participants());
        assertEquals(3, overview.today().parcels() + 1);
        assertNotNull(overview.perParticipantWeek());
        assertEquals(overview.today().parcels(), spend.overview(null).today().parcels());
    }

    @Test
    void anEntrysPostingsAreShown() {
        long parcel = parcels().get(0);
        wired.dariro.database.useTransaction(tx -> wired.dariro.charges.told(
                tx, "sim", parcel, Charge.of(new Money(new BigDecimal("0.03"), "USD")), ChargeSource.RECEIPT));
        List<SpendResource.EntryView> entries = spend.entries(parcel).items();
        assertEquals("estimate", entries.get(0).type());
        assertEquals(
                List.of("expected 0.02", "spent -0.02", "spent 0.03", "owed -0.03"),
                entries.get(1).postings().stream()
                        .map(one -> one.account() + " " + one.amount())
                        .toList());
    }

    private InvoicesResource.ReportView invoice(String number, String rows) throws IOException {
        return invoices.load(
                Wired.as("Nomsa"), "sim", number, in("carrier id,date,amount,currency,segments,to prefix\n" + rows));
    }

    @Test
    void anInvoiceIsComparedAndEnteredOnce() throws IOException {
        long rudo = parcels().get(0);
        long tariro = parcels().get(1);
        String rows = rudo + ",2026-03-03,0.05,USD,2,26371\n" + tariro + ",2026-03-03,0.01,USD,1,26373\n"
                + "77,2026-03-03,0.04,USD,1,\n";
        InvoicesResource.ReportView report = invoice("A-1", rows);
        assertEquals(
                List.of("not-ours", "segments", "unpriced"),
                report.differences().stream().map(one -> one.reason()).toList());
        assertEquals("0.10", report.billed().get(0).amount());
        assertTrue(invoice("A-1", rows).known());
        assertThrows(Refused.class, () -> invoice("A-1", rows + rows));
        assertEquals(List.of("Hope 2 0.02"), lines(today("group")), "nothing is entered yet");
        InvoicesResource.Confirmation yes = new InvoicesResource.Confirmation(List.of("segments", "unpriced"));
        assertEquals(
                2,
                invoices.confirm(Wired.as("Nomsa"), report.invoice().id(), yes).entered());
        assertEquals(List.of("Hope 2 0.06"), lines(today("group")));
        assertThrows(
                Refused.class,
                () -> invoices.confirm(Wired.as("Nomsa"), report.invoice().id(), yes));
        assertEquals(2, invoices.show(report.invoice().id()).agreed());
    }

    @Test
    void whatIsBilledTwiceOrNotAtAllIsFound() throws IOException {
        long rudo = parcels().get(0);
        String row = rudo + ",2026-03-03T09:00:00Z,0.02,USD,1,26371\n";
        assertEquals(
                List.of("twice"),
                invoice("B-1", row + row).differences().stream()
                        .map(one -> one.reason())
                        .toList());
        assertEquals(
                List.of("not-ours", "missing"),
                invoice("B-2", "x1,2026-03-03,0.02,USD,1,\n").differences().stream()
                        .map(one -> one.reason())
                        .toList());
        InvoicesResource.ReportView other = invoice("B-3", rudo + ",2026-03-03,0.4,ZAR,1,\n");
        assertEquals("currency", other.differences().get(0).reason());
    }

    @Test
    void whatACarrierGivesBackIsTakenOff() throws IOException {
        String row = parcels().get(0) + ",2026-03-03,";
        InvoicesResource.ReportView report = invoice("C-1", row + "0.02,USD,1,\n" + row + "-0.005,USD,1,\n");
        assertEquals("0.015", report.billed().get(0).amount());
        assertEquals("price", report.differences().get(0).reason());
    }

    @Test
    void carriersOwnTablesAreRead() throws IOException {
        assertEquals(
                "twilio",
                invoices.load(
                                Wired.as("Nomsa"),
                                "sim",
                                "T-1",
                                in(
                                        "From,To,Body,Status,SentDate,NumSegments,Sid,Direction,Price,PriceUnit\n"
                                                + "+263770000000,+263711000002,Hello,delivered,2026-03-03 09:00:00,1,"
                                                + parcels().get(0) + ",outbound-api,-0.02000,USD\n"
                                                + "+263711000002,+263770000000,Hi,received,2026-03-03 09:00:00,1,SM9,inbound,-0.0075,USD\n"))
                        .invoice()
                        .form());
        assertEquals(
                "0.02",
                invoices.show(invoices.list(null, null).items().get(0).id())
                        .billed()
                        .get(0)
                        .amount());
        InvoicesResource.ReportView report = invoices.load(
                Wired.as("Nomsa"),
                "sim",
                "K-1",
                in("MessageId,Date,Phone Number,Cost\n" + parcels().get(0) + ",2026-03-03,+263711000002,USD 0.0200\n"));
        assertEquals("africastalking", report.invoice().form());
        assertEquals(1, report.agreed());
    }
}
