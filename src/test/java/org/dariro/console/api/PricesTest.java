package org.dariro.console.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.dariro.gateways.api.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PricesTest {
    private static final String HEADER = "country,network,line,price,currency,valid from,source\n";
    private final Wired wired = new Wired();
    private final PricesResource prices = new PricesResource(
            wired.dariro.database, wired.dariro.lines, wired.dariro.prices, wired.dariro.budgetWatch);
    private final GroupLinesResource groupLines = new GroupLinesResource(
            wired.dariro.database,
            wired.dariro.groups,
            wired.dariro.lines,
            wired.dariro.groupLines,
            wired.dariro.convening);

    @AfterEach
    void close() {
        wired.close();
    }

    private PricesResource.PriceImportView load(String rows, String dryRun) throws IOException {
        return prices.load("Ruth", dryRun, new ByteArrayInputStream((HEADER + rows).getBytes(UTF_8)));
    }

    private List<PricesResource.PriceView> all() {
        return prices.list(null, null, null).items();
    }

    private static List<String> errors(PricesResource.PriceRowView row) {
        return row.errors() == null
                ? List.of()
                : row.errors().stream().map(FieldError::field).toList();
    }

    @Test
    void goodRowsAreAddedAndBrokenOnesReported() throws IOException {
        PricesResource.PriceImportView done = load("""
                ZW,64804,+263770000000,0.0230,usd,2026-01-01,Invoice 12
                ZW,,+263770000000,0.04,USD,2026-01-01,Invoice 12

                ZZ,Econet,+263770000009,"0,04",$,1.3.2026,
                ZW,+26371,sim/+263770000000,0.03,USD,2026-02-01,Invoice 13
                """, null);
        assertEquals(
                List.of("imported", "imported", "refused", "imported"),
                done.rows().stream().map(row -> row.outcome()).toList());
        assertEquals(
                List.of("country", "network", "line", "price", "currency", "valid-from", "source"),
                errors(done.rows().get(2)));
        assertEquals(3, done.good());
        assertEquals(5, done.rows().get(2).row());
        assertEquals("0.023", all().get(0).price());
        assertEquals("64804", all().get(0).network());
        assertEquals("USD", all().get(0).currency());
        assertEquals("+26371", all().get(2).prefix());
        assertEquals("2026-02-01", all().get(2).validFrom());
    }

    @Test
    void theSameTableAgainAddsNothing() throws IOException {
        String row = "ZW,,+263770000000,0.04,USD,2026-01-01,Invoice 12\n";
        load(row, null);
        assertEquals("known", load(row, null).rows().get(0).outcome());
        assertEquals(1, all().size());
    }

    @Test
    void aDryRunAddsNothing() throws IOException {
        PricesResource.PriceImportView shown = load("ZW,,+263770000000,0.04,USD,2026-01-01,Invoice 12\n", "true");
        assertTrue(shown.dryRun());
        assertEquals("imported", shown.rows().get(0).outcome());
        assertEquals(List.of(), all());
    }

    @Test
    void aTableWithoutANeededColumnIsRefused() {
        Problem problem = assertThrows(
                        Refused.class,
                        () -> prices.load(
                                "Ruth", null, new ByteArrayInputStream("country,price\nZW,1".getBytes(UTF_8))))
                .problem();
        assertTrue(problem.detail().startsWith("The column line is missing."), problem.detail());
    }

    @Test
    void aGroupGetsFurtherLinesAndNewMembersTheCheapest() throws IOException {
        long other = wired.lines
                .add("Nomsa", new LinesResource.NewLine("sim", "+263780000000", null, List.of("ZW"), null, null))
                .id();
        assertEquals(
                List.of("+263770000000", "+263780000000"),
                groupLines
                        .change(Wired.as("Grace"), wired.group, new GroupLinesResource.FurtherLines(List.of(other)))
                        .items()
                        .stream()
                        .map(LinesResource.LineView::address)
                        .toList());
        load("ZW,,+263780000000,0.01,USD,2026-01-01,test\n", null);
        assertEquals(other, wired.enrolInPerson("+263771000001", "Thandi").line());
        wired.lines.change("Ruth", other, new LinesResource.LineChange(List.of("KE"), null, null));
        assertEquals(List.of("KE"), wired.lines.list().items().get(1).reaches());
        assertTrue(wired.enrolInPerson("+263771000002", "Rudo").line() != other);
    }

    @Test
    void whatNobodyKnowsIsRefused() {
        assertThrows(
                Refused.class,
                () -> groupLines.change(
                        Wired.as("Grace"), wired.group, new GroupLinesResource.FurtherLines(List.of(12L))));
        assertThrows(
                Refused.class,
                () -> groupLines.change(Wired.as("Grace"), wired.group, new GroupLinesResource.FurtherLines(null)));
        assertThrows(
                Refused.class,
                () -> wired.lines.add(
                        "Nomsa",
                        new LinesResource.NewLine("sim", "+263780000000", null, List.of("Kenya"), null, null)));
    }

    @Test
    void aPortedNumberIsNotedWithTheMember() {
        long thandi = wired.enrolInPerson("+263771000001", "Thandi").id();
        MemberView noted =
                wired.member.change(wired.group, thandi, new MemberResource.MemberChange(null, null, null, "648-01"));
        assertEquals("64801", noted.network());
        assertEquals(
                null,
                wired.member
                        .change(wired.group, thandi, new MemberResource.MemberChange(null, null, null, ""))
                        .network());
        assertThrows(
                Refused.class,
                () -> wired.member.change(
                        wired.group, thandi, new MemberResource.MemberChange(null, null, null, "NetOne")));
    }

    @Test
    void anAccountTellsHowItIs() {
        AccountsResource accounts = new AccountsResource(wired.dariro.figures, wired.dariro.health);
        assertEquals("closed", accounts.list().items().get(0).health().state());
        wired.dariro.health.heard("sim", 1, new Outcome.RetryLater("AWAY"));
        assertEquals(
                "AWAY", accounts.list().items().get(0).health().faults().get(0).code());
    }

    @Test
    void theNetworksOfTheTemplatesAreListed() {
        assertTrue(new NetworksResource(wired.dariro.networks)
                .list().items().stream()
                        .anyMatch(network -> network.code().equals("64804")
                                && network.prefixes().equals(List.of("+26377", "+26378"))));
    }
}
