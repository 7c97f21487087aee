package org.dariro.console.api;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.COORDINATOR;
import static org.dariro.console.StaffRole.MENTOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dariro.gateway.Accounts;
import org.dariro.gateway.Line;
import org.dariro.gateway.Lines;
import org.dariro.gateway.Reach;
import org.dariro.gateway.Respelling;
import org.dariro.gateways.api.Msisdn;
import org.dariro.member.Network;
import org.dariro.member.Numbers;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The lines: numbers, short codes and USSD codes at an account. */
@Component
@Path("lines")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class LinesResource {
    private static final int MOST_PLACES = 50;
    private static final int MOST_SEGMENTS = 255;
    private final Database database;
    private final Accounts accounts;
    private final Lines lines;

    @Inject
    public LinesResource(Database database, Accounts accounts, Lines lines) {
        this.database = database;
        this.accounts = accounts;
        this.lines = lines;
    }

    /**
     * A line.
     *
     * @param reaches countries and networks that texts from it get to; none for everywhere
     * @param mostSegments most segments of one message, where that is fewer than the account's
     * @param respelling what may change in members' texts, where that is not the usual
     */
    public record LineView(
            long id,
            String account,
            String address,
            @Nullable String serviceCode,
            List<String> reaches,
            @Nullable Integer mostSegments,
            @Nullable String respelling) {
        static LineView of(Line line) {
            return new LineView(
                    line.id(),
                    line.account(),
                    line.address(),
                    line.serviceCode().isEmpty() ? null : line.serviceCode(),
                    line.reach().places(),
                    line.mostSegments().orElse(null),
                    line.respelling().map(Respelling::written).orElse(null));
        }
    }

    /** A line to add. */
    public record NewLine(
            @Nullable String account,
            @Nullable String address,
            @Nullable String serviceCode,
            @Nullable List<String> reaches,
            @Nullable Integer mostSegments,
            @Nullable String respelling) {}

    /** What to change of a line; what is not named stays, 0 segments or an empty respelling go back to the usual. */
    public record LineChange(
            @Nullable List<String> reaches,
            @Nullable Integer mostSegments,
            @Nullable String respelling) {}

    /** All lines. */
    @GET
    @HeedsGroups
    @MayCall({MENTOR, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "listLines", summary = "List the lines")
    public Page<LineView> list() {
        return Page.all(lines.all().stream().map(LineView::of).toList());
    }

    /** Adds a line that an account has. */
    @POST
    @Creates
    @MayCall(ADMINISTRATOR)
    @Operation(operationId = "addLine", summary = "Add a line")
    public LineView add(@Context SecurityContext who, NewLine wanted) {
        return add(Caller.of(who).getName(), wanted);
    }

    /** Adds a line for somebody, by the name that the audit trail has. */
    public LineView add(String by, NewLine wanted) {
        Fields fields = new Fields();
        String account = fields.text("account", wanted.account(), 32);
        String written = fields.text("address", wanted.address(), 32);
        String address = Numbers.possible(written).map(Msisdn::e164).orElse(written);
        String code = fields.line("serviceCode", wanted.serviceCode(), 32).orElse("");
        Line line = new Line(
                0,
                account,
                address,
                code,
                reach(fields, wanted.reaches()),
                segments(fields, wanted.mostSegments(), Optional.empty()),
                respelling(fields, wanted.respelling(), Optional.empty()));
        if (accounts.find(account).isEmpty()) {
            fields.fault("account", "There is no such account; GET /accounts lists them.");
        }
        if (!isAddress(address)) {
            fields.fault(
                    "address",
                    "An address is a number with + and country code, a short code of 3 to 8 digits,"
                            + " or a sender's name of 2 to 11 letters and digits.");
        }
        if (!code.isEmpty() && !code.matches("\\*[0-9]+([*][0-9]+)*#")) {
            fields.fault("serviceCode", "A USSD code looks like *384# or *384*12#.");
        }
        fields.check();
        return database.inTransaction(tx -> {
            boolean addressTaken = lines.byAddress(account, address).isPresent();
            boolean codeTaken = !code.isEmpty()
                    && lines.all().stream()
                            .anyMatch(other -> other.account().equals(account)
                                    && Line.key(other.serviceCode()).equals(Line.key(code)));
            if (addressTaken || codeTaken) {
                String why = "This account has a line with this address or USSD code already.";
                throw Refused.conflict(addressTaken ? "address" : "serviceCode", why);
            }
            return LineView.of(lines.add(tx, line, by));
        });
    }

    /** Changes what a line reaches, carries and respells. */
    @PATCH
    @Path("{line}")
    @MayCall(ADMINISTRATOR)
    @Operation(operationId = "changeLine", summary = "Change what a line reaches and carries")
    public LineView change(@Context SecurityContext who, @PathParam("line") long id, LineChange change) {
        return change(Caller.of(who).getName(), id, change);
    }

    /** Changes a line for somebody, by the name that the audit trail has. */
    public LineView change(String by, long id, LineChange change) {
        Fields fields = new Fields();
        Line line = lines.find(id).orElseThrow(() -> Refused.notFound("line"));
        Reach reach = change.reaches() == null ? line.reach() : reach(fields, change.reaches());
        Line changed = line.with(
                reach,
                segments(fields, change.mostSegments(), line.mostSegments()),
                respelling(fields, change.respelling(), line.respelling()));
        fields.check();
        return database.inTransaction(tx -> LineView.of(lines.change(tx, changed, by)));
    }

    private static Reach reach(Fields fields, @Nullable List<String> places) {
        if (places == null) {
            return Reach.EVERYWHERE;
        }
        List<String> countries = Arrays.asList(Locale.getISOCountries());
        boolean good = places.size() <= MOST_PLACES
                && places.stream()
                        .allMatch(place -> place != null
                                && (countries.contains(place)
                                        || Network.parse(place).isPresent()));
        if (!good) {
            fields.fault(
                    "reaches",
                    "A list of at most 50 countries such as KE and networks such as 63902; empty for everywhere.");
            return Reach.EVERYWHERE;
        }
        return Reach.of(places.stream()
                .map(place -> Network.parse(place).map(Network::code).orElse(place))
                .toList());
    }

    private static Optional<Integer> segments(Fields fields, @Nullable Integer wanted, Optional<Integer> before) {
        if (wanted != null && (wanted < 0 || wanted > MOST_SEGMENTS)) {
            fields.fault(
                    "mostSegments",
                    "A whole number from 1 (messages are not joined) to 255; 0 for what the account does.");
        }
        return wanted == null ? before : Optional.of(wanted).filter(segments -> segments > 0);
    }

    private static Optional<Respelling> respelling(
            Fields fields, @Nullable String wanted, Optional<Respelling> before) {
        if (wanted == null || wanted.isEmpty()) {
            return wanted == null ? before : Optional.empty();
        }
        Optional<Respelling> respelling = Respelling.named(wanted);
        if (respelling.isEmpty()) {
            fields.fault("respelling", "One of plain, keep-emoji, keep-accents, as-written; empty for the usual.");
        }
        return respelling;
    }

    private static boolean isAddress(String address) {
        return Numbers.possible(address).isPresent()
                || address.matches("[0-9]{3,8}")
                || address.matches("(?=.*[A-Za-z])[A-Za-z0-9 ]{2,11}");
    }
}
