package org.dariro.console.api;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.COORDINATOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.dariro.delivery.AccountFigures;
import org.dariro.gateway.Account;
import org.dariro.gateway.Health;
import org.dariro.platform.Component;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The configured logins at carriers. They are settings: here they can only be read. */
@Component
@Path("accounts")
@Produces(MediaType.APPLICATION_JSON)
public class AccountsResource {
    private final AccountFigures figures;
    private final Health health;

    @Inject
    public AccountsResource(AccountFigures figures, Health health) {
        this.figures = figures;
        this.health = health;
    }

    /**
     * An account and what its carrier can do.
     *
     * @param kind the gateway: {@code simulator}
     * @param health how it does
     */
    public record AccountView(
            String id,
            String kind,
            int maxRecipients,
            int maxSegments,
            boolean unicode,
            boolean receipts,
            String charging,
            HealthView health,
            FiguresView figures) {
        static AccountView of(Account account, Health.Condition condition, FiguresView figures) {
            return new AccountView(
                    account.id(),
                    account.kind(),
                    account.capabilities().maxRecipients(),
                    account.capabilities().maxSegments(),
                    account.capabilities().unicode(),
                    account.capabilities().receipts(),
                    Fields.label(account.capabilities().charging()),
                    HealthView.of(condition),
                    figures);
        }
    }

    /**
     * Whether texts go out on an account.
     *
     * @param state {@code closed} when all is well, {@code open} when it is down, {@code half-open} when one text may try:
     *     the state of a circuit breaker
     * @param since when it was last well, or ill
     * @param faults what went wrong last, the latest first
     */
    public record HealthView(String state, Instant since, List<FaultView> faults) {
        static HealthView of(Health.Condition condition) {
            return new HealthView(
                    Fields.label(condition.state()),
                    condition.since(),
                    condition.faults().stream()
                            .map(fault -> new FaultView(fault.code(), fault.at()))
                            .toList());
        }
    }

    /** Something that went wrong, by the carrier's own code. */
    public record FaultView(String code, Instant at) {}

    /** All accounts. */
    @GET
    @MayCall({COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "listAccounts", summary = "List the carrier accounts")
    public Page<AccountView> list() {
        return Page.all(figures.all().stream()
                .map(one ->
                        AccountView.of(one.account(), health.of(one.account().id()), FiguresView.of(one)))
                .toList());
    }
}
