package org.dariro.console.api;

import static org.dariro.console.StaffRole.ADMINISTRATOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import org.dariro.delivery.TestTexts;
import org.dariro.gateway.Accounts;
import org.dariro.gateway.Line;
import org.dariro.gateway.Lines;
import org.dariro.gateways.api.Msisdn;
import org.dariro.gateways.api.Outcome;
import org.dariro.member.Numbers;
import org.dariro.platform.Component;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Tries an account with a test text. */
@Component
@Path("accounts/{account}/test")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AccountTestResource {
    private final Accounts accounts;
    private final Lines lines;
    private final TestTexts texts;

    @Inject
    public AccountTestResource(Accounts accounts, Lines lines, TestTexts texts) {
        this.accounts = accounts;
        this.lines = lines;
        this.texts = texts;
    }

    /**
     * Where a test text goes.
     *
     * @param line the line's id; the account's first line when it is absent
     */
    public record Wanted(@Nullable String to, @Nullable Long line) {}

    /**
     * What the carrier answered.
     *
     * @param outcome {@code accepted}, {@code refused}, {@code throttled}, {@code retry-later}, {@code opted-out} or
     *     {@code unknown}
     * @param code the carrier's own, when it did not accept
     */
    public record Answer(String outcome, @Nullable String code) {}

    /** Sends a test text to a phone, at once; it costs what any text costs. */
    @POST
    @MayCall(ADMINISTRATOR)
    @Operation(operationId = "testAccount", summary = "Send a test text by an account")
    public Answer test(@Context SecurityContext who, @PathParam("account") String account, Wanted wanted) {
        if (accounts.find(account).isEmpty()) {
            throw Refused.notFound("account");
        }
        Fields fields = new Fields();
        Optional<Msisdn> to = Numbers.possible(fields.text("to", wanted.to(), 20));
        if (to.isEmpty()) {
            fields.fault("to", "A number has + and a country code: +263771234567.");
        }
        Optional<Line> line = lines.at(account).stream()
                .filter(one -> wanted.line() == null || one.id() == wanted.line())
                .findFirst();
        if (line.isEmpty()) {
            fields.fault("line", "The account has no such line; GET /lines lists them.");
        }
        fields.check();
        return answer(
                texts.send(line.orElseThrow(), to.orElseThrow(), Caller.of(who).getName()));
    }

    private static Answer answer(Outcome outcome) {
        return outcome.match(
                accepted -> new Answer("accepted", null),
                refused -> new Answer("refused", refused.code()),
                throttled -> new Answer("throttled", throttled.code()),
                later -> new Answer("retry-later", later.code()),
                optedOut -> new Answer("opted-out", optedOut.code()),
                unknown -> new Answer("unknown", unknown.code()));
    }
}
