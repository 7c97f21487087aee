package org.dariro.console.pages;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.CLINICAL_LEAD;
import static org.dariro.console.StaffRole.COORDINATOR;
import static org.dariro.console.StaffRole.MENTOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.dariro.group.Groups;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.programme.JoinCard;
import org.dariro.programme.JoinCards;

/** The card that is handed to somebody who may join: what to text, and where to. */
@Component
@Path("groups/{group}/card")
public class JoinCardPage {
    private final Database database;
    private final Groups groups;
    private final JoinCards cards;

    @Inject
    public JoinCardPage(Database database, Groups groups, JoinCards cards) {
        this.database = database;
        this.groups = groups;
        this.cards = cards;
    }

    /** The page, to be printed. */
    @GET
    @For({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    public Page show(@Context SecurityContext caller, @PathParam("group") long id) {
        Visit visit = Visit.of(caller);
        return database.inTransaction(tx -> {
            JoinCard card = cards.of(groups.get(tx, id));
            return visit.page("group-card")
                    .with("group", groups.get(tx, id))
                    .with("tab", "card")
                    .with("card", card)
                    .with("square", QrSquare.of(card.link()));
        });
    }
}
