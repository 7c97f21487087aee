package org.dariro.console.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dariro.console.StaffRole;
import org.dariro.console.api.LinesResource;
import org.dariro.console.api.PricesResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page of lines and prices: what is shown, and what a table does before and after it is confirmed. */
class LinesPageTest {
    private static final String HEAD = "line,country,network,price,currency,valid-from,source\n";
    private final Desk desk = new Desk(Map.of("DARIRO_SECOND_FACTOR", "optional"));
    private final LinesPage page = new LinesPage(
            desk.dariro.database,
            desk.dariro.accounts,
            desk.dariro.lines,
            desk.dariro.prices,
            desk.dariro.networks,
            new LinesResource(desk.dariro.database, desk.dariro.accounts, desk.dariro.lines),
            new PricesResource(desk.dariro.database, desk.dariro.lines, desk.dariro.prices, desk.dariro.budgetWatch),
            desk.clock);
    private final Visit administrator = desk.visit(desk.add("Nomsa", StaffRole.ADMINISTRATOR, Set.of()));

    @BeforeEach
    void line() {
        desk.group("HOPE");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private String shown(Visit visit) {
        return desk.html(page.show(visit, null));
    }

    private String html(Response response) {
        return desk.html(response.getEntity());
    }

    private List<String> recorded(String start) {
        return desk.dariro.database.inTransaction(tx -> desk.dariro.audit.list(tx, Optional.empty(), 0, 100).stream()
                .filter(row -> row.action().startsWith(start))
                .map(row -> row.actor().replaceAll("user [0-9]+ ", "") + " " + row.action() + " " + row.details())
                .toList());
    }

    @Test
    void aTableShowsWhatItWouldDoBeforeItAddsPrices() throws IOException {
        assertTrue(shown(administrator).contains("No price is known"));
        String table = HEAD + Desk.LINE + ",ZW,,0.02,USD,2026-01-01,=list\n" + Desk.LINE
                + ",ZW,63904,0.03,USD,2099-01-01,list\n" + "nowhere,Zimbabwe,,two,USD,soon,\n";
        Response preview = page.load(administrator, table, "preview");
        String html = html(preview);
        assertEquals(200, preview.getStatus());
        assertTrue(html.contains("2 prices would be added.") && html.contains("Nothing is written yet."), html);
        assertTrue(html.contains("One row has mistakes") && html.contains("price: a number"), html);
        assertTrue(html.contains("country: two letters") && html.contains("valid-from: a day"), html);
        assertTrue(shown(administrator).contains("No price is known"));
        assertTrue(html(page.load(administrator, table, "edit")).contains("nowhere,Zimbabwe,,two"));
        assertTrue(html(page.load(administrator, table, "confirm")).contains("2 prices were added."));
        assertEquals(List.of("Nomsa prices-added 2 prices"), recorded("prices-"));
        String after = shown(administrator);
        assertTrue(after.contains("the rest of the country") && after.contains("to come"), after);
        String again = html(page.load(administrator, HEAD + Desk.LINE + ",ZW,,0.02,USD,2026-01-01,=list\n", "preview"));
        assertTrue(again.contains("One is there already.") && !again.contains("value=\"confirm\""), again);
        Response wrong = page.load(administrator, "no,such\n1,2\n", "preview");
        assertEquals(422, wrong.getStatus());
        assertTrue(html(wrong).contains("no,such") && html(wrong).contains("id=\"table-fault\""));
    }

    private static MultivaluedMap<String, String> form(String account, String address, String code, String reaches) {
        MultivaluedMap<String, String> form = new MultivaluedHashMap<>();
        form.add("account", account);
        form.add("address", address);
        form.add("serviceCode", code);
        form.add("reaches", reaches);
        return form;
    }

    @Test
    void anAdministratorAddsALineAndIsToldWhatIsWrongBesideTheField() {
        String before = shown(administrator);
        assertTrue(before.contains("action=\"/console/lines\"") && before.contains("<option>sim</option>"), before);
        Response wrong = page.add(administrator, form("nobody", "12", "384", "Kenya"));
        assertEquals(422, wrong.getStatus());
        String html = html(wrong);
        for (String field : List.of("account", "address", "serviceCode", "reaches")) {
            assertTrue(html.contains("id=\"" + field + "-fault\""), html);
        }
        assertTrue(html.contains("value=\"12\"") && html.contains("A USSD code looks like *384#"), html);
        String taken = html(page.add(administrator, form("sim", Desk.LINE, "", "")));
        assertTrue(taken.contains("This account has a line with this address already."), taken);
        String code = html(page.add(administrator, form("sim", "38400", "*384#", "")));
        assertTrue(code.contains("id=\"serviceCode-fault\"") && !code.contains("id=\"address-fault\""), code);
        assertEquals(List.of(), recorded("line-"));
        Response added = page.add(administrator, form("sim", " +263 77 000 0009 ", "*385#", "zw, 64804"));
        assertEquals(303, added.getStatus());
        assertTrue(desk.html(page.show(administrator, "added")).contains("The line was added."));
        String after = shown(administrator);
        assertTrue(after.contains("+263770000009") && after.contains("value=\"ZW 64804\""), after);
        assertEquals(List.of("Nomsa line-added at sim"), recorded("line-"));
        Visit coordinator = desk.visit(desk.add("Ruth", StaffRole.COORDINATOR, Set.of()));
        assertFalse(shown(coordinator).contains("Add a line"));
    }

    @Test
    void aLineReachesWhatAnAdministratorSays() {
        String line = Long.toString(desk.dariro.lines.all().get(0).id());
        assertEquals(303, page.change(administrator, line, "zw, 63902").getStatus());
        assertTrue(shown(administrator).contains("value=\"ZW 63902\""), shown(administrator));
        Response wrong = page.change(administrator, line, "Zimbabwe");
        assertEquals(422, wrong.getStatus());
        assertTrue(html(wrong).contains("value=\"Zimbabwe\"") && html(wrong).contains("id=\"reach-fault\""));
        assertEquals(List.of("Nomsa line-changed reaches ZW 63902"), recorded("line-"));
        Visit coordinator = desk.visit(desk.add("Ruth", StaffRole.COORDINATOR, Set.of()));
        assertTrue(shown(coordinator).contains("ZW 63902"));
        assertFalse(shown(coordinator).contains("Add prices"));
    }
}
