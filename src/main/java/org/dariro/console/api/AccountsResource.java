package org.dariro.console.api;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.COORDINATOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.dariro.gateway.Account;
import org.dariro.gateway.Accounts;
import org.dariro.platform.Component;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The configured logins at carriers. They are settings: here they can only be read. */
@Component
@Path("accounts")
@Produces(MediaType.APPLICATION_JSON)
public class AccountsResource {
    private final Accounts accounts;

    @Inject
    public AccountsResource(Accounts accounts) {
        this.accounts = accounts;
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
            String charging) {
        static AccountView of(Account account) {
            return new AccountView(
                    account.id(),
                    account.kind(),
                    account.capabilities().maxRecipients(),
                    account.capabilities().maxSegments(),
                    account.capabilities().unicode(),
                    account.capabilities().receipts(),
                    account.capabilities().charging().name());
        }
    }

    /** All accounts. */
    @GET
    @MayCall({COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "listAccounts", summary = "List the carrier accounts")
    public Page<AccountView> list() {
        return Page.all(accounts.all().stream().map(AccountView::of).toList());
    }
}
