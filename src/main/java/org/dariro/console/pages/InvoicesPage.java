package org.dariro.console.pages;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.COORDINATOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.dariro.console.api.FieldError;
import org.dariro.console.api.InvoiceDesk;
import org.dariro.console.api.InvoicesResource;
import org.dariro.console.api.Refused;
import org.dariro.platform.Component;
import org.jspecify.annotations.Nullable;

/** Carriers' invoices beside the ledger: taken in, looked at, and entered once somebody has confirmed. */
@Component
@Path("spend/invoices")
public class InvoicesPage {
    private static final int MOST_WRONG = 20;
    private final InvoiceDesk desk;

    @Inject
    public InvoicesPage(InvoiceDesk desk) {
        this.desk = desk;
    }

    private Page list(Visit visit, String account, String number, List<String> faults) {
        return visit.page("invoices")
                .with("invoices", desk.latest())
                .with("accounts", desk.accounts())
                .with("account", account)
                .with("number", number)
                .with("faults", faults);
    }

    /** The invoices, and the form to take one in. */
    @GET
    @For({COORDINATOR, ADMINISTRATOR})
    public Page show(@Context SecurityContext caller) {
        return list(Visit.of(caller), "", "", List.of());
    }

    /** Takes one in; nothing is entered yet. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @For(ADMINISTRATOR)
    public Response load(
            @Context SecurityContext caller,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
            InputStream body)
            throws IOException {
        Visit visit = Visit.of(caller);
        Multipart form = Multipart.of(type, body.readNBytes(Multipart.MOST));
        String account = form.text("account");
        String number = form.text("number");
        byte[] table = form.bytes("table").orElse(new byte[0]);
        if (table.length == 0) {
            return Pages.wrong(list(visit, account, number, List.of(visit.text("invoice-no-file"))));
        }
        try {
            InvoicesResource.ReportView report = desk.load(account, number, table, visit.actor());
            return Pages.to("/console/spend/invoices/" + report.invoice().id());
        } catch (Refused e) {
            return Pages.wrong(list(visit, account, number, words(visit, e)));
        }
    }

    /** What is wrong with a table, row by row, or with the form. */
    private static List<String> words(Visit visit, Refused refused) {
        if (!refused.faults().isEmpty()) {
            return refused.faults().stream()
                    .limit(MOST_WRONG)
                    .map(fault -> Faulty.words(visit, fault))
                    .toList();
        }
        List<FieldError> errors = refused.problem().errors();
        return errors == null
                ? List.of(refused.problem().detail())
                : errors.stream()
                        .map(error -> visit.named("invoice-fault", error.field()))
                        .toList();
    }

    private Page one(Visit visit, long invoice, @Nullable String fault) {
        InvoicesResource.ReportView report;
        try {
            report = desk.show(invoice);
        } catch (Refused e) {
            throw PageFault.notFound();
        }
        List<String> may = InvoiceDesk.acceptable();
        return visit.page("invoice")
                .with("report", report)
                .with(
                        "reasons",
                        report.totals().stream()
                                .map(InvoicesResource.TotalView::reason)
                                .distinct()
                                .filter(may::contains)
                                .toList())
                .with("fault", fault);
    }

    /** One beside the ledger as it is now. */
    @GET
    @Path("{invoice}")
    @For({COORDINATOR, ADMINISTRATOR})
    public Page compare(@Context SecurityContext caller, @PathParam("invoice") String invoice) {
        return one(Visit.of(caller), id(invoice), null);
    }

    private static long id(String invoice) {
        long id = SpendQuery.number(invoice);
        if (id == 0) {
            throw PageFault.notFound();
        }
        return id;
    }

    /** Enters it. */
    @POST
    @Path("{invoice}")
    @For(ADMINISTRATOR)
    public Response confirm(
            @Context SecurityContext caller,
            @PathParam("invoice") String invoice,
            MultivaluedMap<String, String> given) {
        Visit visit = Visit.of(caller);
        long id = id(invoice);
        try {
            desk.confirm(id, given.getOrDefault("accept", List.of()), visit.actor());
            return Pages.to("/console/spend/invoices/" + id);
        } catch (Refused e) {
            if (e.problem().status() == Response.Status.NOT_FOUND.getStatusCode()) {
                throw PageFault.notFound();
            }
            return Pages.wrong(one(visit, id, String.join(" ", words(visit, e))));
        }
    }
}
