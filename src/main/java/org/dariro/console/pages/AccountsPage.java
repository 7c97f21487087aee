package org.dariro.console.pages;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.COORDINATOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dariro.delivery.AccountFigures;
import org.dariro.delivery.Deliveries;
import org.dariro.delivery.Delivery;
import org.dariro.delivery.ParcelState;
import org.dariro.delivery.Reconciliation;
import org.dariro.delivery.TestTexts;
import org.dariro.gateway.Health;
import org.dariro.gateway.Line;
import org.dariro.gateway.Lines;
import org.dariro.gateways.api.Msisdn;
import org.dariro.gateways.api.Outcome;
import org.dariro.group.Group;
import org.dariro.group.Groups;
import org.dariro.member.Numbers;
import org.dariro.platform.Cleaning;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Transaction;
import org.jspecify.annotations.Nullable;

/** The accounts at carriers: how they do, what waits, what went wrong; test texts, and texts of which nobody knows what became. */
@Component
@Path("accounts")
public class AccountsPage {
    private static final int MOST_UNKNOWN = 50;
    private static final int LONGEST_REASON = 200;
    private final Database database;
    private final AccountFigures figures;
    private final Health health;
    private final Lines lines;
    private final Groups groups;
    private final Deliveries deliveries;
    private final Reconciliation reconciliation;
    private final TestTexts texts;

    @Inject
    public AccountsPage(
            Database database,
            AccountFigures figures,
            Health health,
            Lines lines,
            Groups groups,
            Deliveries deliveries,
            Reconciliation reconciliation,
            TestTexts texts) {
        this.database = database;
        this.figures = figures;
        this.health = health;
        this.lines = lines;
        this.groups = groups;
        this.deliveries = deliveries;
        this.reconciliation = reconciliation;
        this.texts = texts;
    }

    /**
     * What a form came to.
     *
     * @param at the account or the text that it was about
     * @param good whether it did what it should
     */
    public record Told(String at, boolean good, String words) {
        static final Told NOTHING = new Told("", true, "");
    }

    /**
     * A text of which nobody knows what became.
     *
     * @param group empty where it belongs to none
     * @param code in words
     * @param answer what the carrier said of it
     */
    public record UnknownText(
            Delivery text, Delivery.Evidence evidence, String group, String kind, String code, String answer) {}

    private Page page(Visit visit, Told told, String to) {
        List<AccountCard> cards = figures.all().stream()
                .map(one -> AccountCard.of(
                        visit,
                        one,
                        health.of(one.account().id()),
                        lines.at(one.account().id())))
                .toList();
        List<UnknownText> unknown = database.inTransaction(tx -> unknown(tx, visit));
        return visit.page("accounts")
                .with("accounts", cards)
                .with("unknown", unknown)
                .with(
                        "more",
                        cards.stream().mapToLong(AccountCard::unknown).sum() > unknown.size()
                                && unknown.size() == MOST_UNKNOWN)
                .with(
                        "resolutions",
                        Arrays.stream(Reconciliation.Resolution.values())
                                .map(Words::label)
                                .toList())
                .with("told", told)
                .with("to", to);
    }

    private List<UnknownText> unknown(Transaction tx, Visit visit) {
        List<Delivery> texts = deliveries.list(tx, Optional.empty(), Optional.of(ParcelState.UNKNOWN), 0, MOST_UNKNOWN);
        if (texts.isEmpty()) {
            return List.of();
        }
        Map<Long, String> names = groups.all(tx).stream().collect(Collectors.toMap(Group::id, Group::name));
        return texts.stream()
                .flatMap(text -> deliveries
                        .evidence(tx, text.id())
                        .map(known -> new UnknownText(
                                text,
                                known,
                                text.group()
                                        .map(id -> names.getOrDefault(id, ""))
                                        .orElse(""),
                                Words.label(text.kind()),
                                known.code()
                                        .map(code -> CarrierCode.words(visit, "", code))
                                        .orElse(""),
                                known.answer().orElse("none")))
                        .stream())
                .toList();
    }

    /** All accounts. */
    @GET
    @For({COORDINATOR, ADMINISTRATOR})
    public Page show(@Context SecurityContext caller) {
        return page(Visit.of(caller), Told.NOTHING, "");
    }

    /** Sends a test text, at once; it costs what any text costs. */
    @POST
    @Path("{account}/test")
    @For(ADMINISTRATOR)
    public Response test(
            @Context SecurityContext caller,
            @PathParam("account") String account,
            @FormParam("to") @Nullable String to,
            @FormParam("line") long lineId) {
        Visit visit = Visit.of(caller);
        Line line = lines.at(account).stream()
                .filter(one -> one.id() == lineId)
                .findFirst()
                .orElseThrow(PageFault::notFound);
        String written = to == null ? "" : Cleaning.clean(to);
        Optional<Msisdn> number = Numbers.possible(written);
        if (number.isEmpty()) {
            return Pages.wrong(page(visit, new Told(account, false, visit.text("accounts-number-wrong")), written));
        }
        Told told = told(visit, line, texts.send(line, number.get(), visit.actor()));
        return Response.ok(page(visit, told, ""), Pages.HTML).build();
    }

    private Told told(Visit visit, Line line, Outcome outcome) {
        String kind = figures.all().stream()
                .filter(one -> one.account().id().equals(line.account()))
                .map(one -> one.account().kind())
                .findFirst()
                .orElse("");
        String code = outcome.match(
                accepted -> "",
                Outcome.Refused::code,
                Outcome.Throttled::code,
                Outcome.RetryLater::code,
                Outcome.OptedOut::code,
                Outcome.Unknown::code);
        String key = outcome.match(
                accepted -> "accounts-test-accepted",
                refused -> "accounts-test-refused",
                throttled -> "accounts-test-later",
                later -> "accounts-test-later",
                optedOut -> "accounts-test-opted-out",
                unknown -> "accounts-test-unknown");
        String words = visit.text(key) + (code.isEmpty() ? "" : " " + CarrierCode.words(visit, kind, code));
        return new Told(line.account(), code.isEmpty(), words);
    }

    /** Decides what became of a text. */
    @POST
    @Path("deliveries/{delivery}")
    @For({COORDINATOR, ADMINISTRATOR})
    public Response decide(
            @Context SecurityContext caller,
            @PathParam("delivery") long delivery,
            @FormParam("outcome") @Nullable String outcome,
            @FormParam("reason") @Nullable String reason) {
        Visit visit = Visit.of(caller);
        Optional<Reconciliation.Resolution> wanted = Arrays.stream(Reconciliation.Resolution.values())
                .filter(one -> Words.label(one).equals(outcome))
                .findFirst();
        String why = reason == null ? "" : Cleaning.clean(reason);
        if (wanted.isEmpty() || why.isEmpty() || why.length() > LONGEST_REASON) {
            String words = visit.text(wanted.isEmpty() ? "accounts-outcome-needed" : "accounts-reason-needed");
            return Pages.wrong(page(visit, new Told(Long.toString(delivery), false, words), ""));
        }
        boolean done =
                database.inTransaction(tx -> reconciliation.decide(tx, delivery, wanted.get(), visit.actor(), why));
        if (!done) {
            return Pages.wrong(page(visit, new Told("known", false, visit.text("accounts-known-already")), ""));
        }
        return Pages.to("/console/accounts");
    }
}
