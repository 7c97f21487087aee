package org.dariro.console.api;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.COORDINATOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.dariro.delivery.AccountFigures;
import org.dariro.gateway.Account;
import org.dariro.platform.Component;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The configured logins at carriers. They are settings: here they can only be read. */
@Component
@Path("accounts")
@Produces(MediaType.APPLICATION_JSON)
public class AccountsResource {

    private final AccountFigures figures;

    @Inject
    public AccountsResource(AccountFigures figures) {
        this.figures = figures;
    }

    /**
     * An account and what its carrier can do.
     *
     * @param kind the gateway: {@code simulator}
     */
    public record AccountView(
            String id,
            String kind,
            int maxRecipients,
            int maxSegments,
            boolean unicode,
            boolean receipts,
            String charging,
            FiguresView figures) {
        static AccountView of(Account account, FiguresView figures) {
            return new AccountView(
                    account.id(),
                    account.kind(),
                    account.capabilities().maxRecipients(),
                    account.capabilities().maxSegments(),
                    account.capabilities().unicode(),
                    account.capabilities().receipts(),
                    Fields.label(account.capabilities().charging()),
                    figures);
        }
    }

    /** All accounts. */
    @GET
    @MayCall({COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "listAccounts", summary = "List the carrier accounts")
    public Page<AccountView> list() {
        return Page.all(figures.all().stream()
                .map(one -> AccountView.of(one.account(), FiguresView.of(one)))
                .toList());
    }
}
