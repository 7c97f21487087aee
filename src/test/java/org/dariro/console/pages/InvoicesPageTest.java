package org.dariro.console.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dariro.console.StaffRole;
import org.dariro.console.api.InvoiceDesk;
import org.dariro.platform.Templates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A carrier's invoice from its file to the ledger. */
class InvoicesPageTest {
    private static final String TYPE = "multipart/form-data; boundary=----x7";
    private final Desk desk = new Desk(Map.of("DARIRO_SECOND_FACTOR", "optional"));
    private final InvoicesPage page = new InvoicesPage(
            new InvoiceDesk(desk.dariro.database, desk.dariro.invoices, desk.dariro.accounts, desk.dariro.audit));
    private final Visit ada = desk.visit(desk.add("Ada", StaffRole.ADMINISTRATOR, Set.of()));

    @AfterEach
    void close() {
        desk.close();
    }

    private static byte[] form(String number, String table) {
        return ("------x7\r\nContent-Disposition: form-data; name=\"form\"\r\n\r\ntoken\r\n"
                        + "------x7\r\nContent-Disposition: form-data; name=\"account\"\r\n\r\nsim\r\n"
                        + "------x7\r\nContent-Disposition: form-data; name=\"number\"\r\n\r\n" + number + "\r\n"
                        + "------x7\r\nContent-Disposition: form-data; name=\"table\"; filename=\"a.csv\"\r\n"
                        + "Content-Type: text/csv\r\n\r\n" + table + "\r\n------x7--\r\n")
                .getBytes(UTF_8);
    }

    private Response load(String number, String table) throws IOException {
        return page.load(ada, TYPE, new ByteArrayInputStream(form(number, table)));
    }

    @Test
    void aFormWithAFileIsReadAsItWasSent() {
        Multipart form = Multipart.of(TYPE, form("A-1", "a,b\r\n1,\u00e9\r\n"));
        assertEquals("token", form.text("form"));
        assertEquals("a,b\r\n1,\u00e9\r\n", form.text("table"));
        assertEquals("", form.text("filename"));
        assertEquals("", Multipart.of(TYPE, "------x7\r\nx".getBytes(UTF_8)).text("form"));
        assertEquals("", Multipart.of("text/plain", form("A", "")).text("form"));
        assertFalse(Multipart.is("application/x-www-form-urlencoded"));
    }

    @Test
    void anInvoiceIsTakenInComparedAndEntered() throws IOException {
        assertTrue(desk.html(page.show(ada)).contains("No invoice was taken in yet."));
        Response done = load("<2026-03>", "carrier id,date,amount,currency,segments\nx77,2026-03-03,0.04,USD,1\n");
        String to = done.getHeaderString("Location");
        assertTrue(to.matches("/console/spend/invoices/[0-9]+"), to);
        String id = to.substring(to.lastIndexOf('/') + 1);
        String html = desk.html(page.compare(ada, id));
        assertTrue(html.contains("Invoice &lt;2026-03&gt;"), html);
        assertTrue(html.contains("This account has sent no text with this id."), html);
        assertEquals(303, page.confirm(ada, id, new MultivaluedHashMap<>()).getStatus());
        assertTrue(desk.html(page.compare(ada, id)).contains("Entered by"));
        Response again = page.confirm(ada, id, new MultivaluedHashMap<>());
        assertEquals(422, again.getStatus());
        assertTrue(desk.html(again.getEntity()).contains("This invoice was entered before."));
        Visit nomsa = desk.visit(desk.add("Nomsa", StaffRole.COORDINATOR, Set.of()));
        assertFalse(desk.html(page.show(nomsa)).contains("type=\"file\""));
    }

    @Test
    void aTableThatCannotBeReadIsExplained() throws IOException {
        assertEquals(422, load("A-1", "").getStatus());
        String html = desk.html(load("A-1", "name,price\nx,1\n").getEntity());
        assertTrue(html.contains("role=\"alert\"") && html.contains("carrier-id"), html);
        assertEquals(422, load("", "carrier id,amount\nx,1\n").getStatus());
    }

    @Test
    void whatIsWrongIsSaidInTheLanguageOfThePages() throws IOException {
        Visit spanish = new Visit(
                ada.session(),
                ada.staff(),
                ada.actor(),
                ada.formToken(),
                false,
                false,
                ada.address(),
                ada.browser(),
                new Words(Templates.shipped()).in("es"),
                ada.clock());
        for (String table :
                List.of("carrier id,amount,date\nx,1/2,today\n", "carrier id\nx\n", "carrier id,amount\n")) {
            Response wrong = page.load(spanish, TYPE, new ByteArrayInputStream(form("A-1", table)));
            String html = desk.html(wrong.getEntity());
            String faults = html.substring(html.indexOf("id=\"invoice-fault\""), html.indexOf("</ul></div>"));
            assertTrue(
                    faults.contains("Fila 2, amount: Un importe")
                            || faults.contains("La tabla")
                            || faults.contains("Falta"),
                    faults);
            assertFalse(faults.contains("The ") || faults.contains("A day") || faults.contains("Please"), faults);
        }
        String html = desk.html(page.load(spanish, TYPE, new ByteArrayInputStream(form("", "carrier id,amount\nx,1\n")))
                .getEntity());
        assertTrue(html.contains("Indique el n\u00famero de la factura"), html);
    }
}
