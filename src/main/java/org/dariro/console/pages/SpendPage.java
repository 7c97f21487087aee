package org.dariro.console.pages;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.COORDINATOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Map;
import org.dariro.console.api.SpendReports;
import org.dariro.platform.Component;
import org.jspecify.annotations.Nullable;

/** What the programme spends: figures, budget, and what any part of it comes to. */
@Component
@Path("spend")
public class SpendPage {
    private final SpendSheet sheet;
    private final SpendForm form;
    private final SpendTextSheet texts;
    private final SpendReports reports;

    @Inject
    public SpendPage(SpendSheet sheet, SpendForm form, SpendTextSheet texts, SpendReports reports) {
        this.sheet = sheet;
        this.form = form;
        this.texts = texts;
        this.reports = reports;
    }

    /** The page. */
    @GET
    @For({COORDINATOR, ADMINISTRATOR})
    public Page show(
            @Context SecurityContext caller,
            @QueryParam("by") @Nullable String by,
            @QueryParam("period") @Nullable String period,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        SpendQuery query = SpendQuery.of(null, by, period, from, to, sheet.today());
        return sheet.page(Visit.of(caller), query, null, Map.of());
    }

    /** What was added up, for a spreadsheet. */
    @GET
    @Path("table")
    @For({COORDINATOR, ADMINISTRATOR})
    public Response table(
            @QueryParam("by") @Nullable String by,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        SpendQuery query = SpendQuery.of(null, by, "own", from, to, sheet.today());
        return Downloads.csv(
                "spend-" + query.chosen() + "-" + query.from() + "-" + query.to(),
                reports.table(null, query.from().toString(), query.to().toString(), query.chosen()));
    }

    /** Sets the programme's budget. */
    @POST
    @Path("budget")
    @For({COORDINATOR, ADMINISTRATOR})
    public Response set(@Context SecurityContext caller, MultivaluedMap<String, String> given) {
        return form.set(Visit.of(caller), null, given);
    }

    /** The texts that a sum is made of. */
    @GET
    @Path("texts")
    @For({COORDINATOR, ADMINISTRATOR})
    public Page texts(
            @Context SecurityContext caller,
            @QueryParam("by") @Nullable String by,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("item") @Nullable String item,
            @QueryParam("after") @Nullable String after) {
        SpendQuery query = SpendQuery.of(null, by, "own", from, to, sheet.today());
        return texts.page(Visit.of(caller), query, item, SpendQuery.number(after));
    }

    /** The same, for a spreadsheet. */
    @GET
    @Path("texts/table")
    @For({COORDINATOR, ADMINISTRATOR})
    public Response textTable(
            @QueryParam("by") @Nullable String by,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("item") @Nullable String item) {
        SpendQuery query = SpendQuery.of(null, by, "own", from, to, sheet.today());
        return Downloads.csv(
                "texts-" + query.chosen() + "-" + query.from() + "-" + query.to(),
                reports.textTable(SpendTextSheet.wanted(query, item)));
    }
}
