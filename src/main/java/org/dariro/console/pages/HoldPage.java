package org.dariro.console.pages;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.CLINICAL_LEAD;
import static org.dariro.console.StaffRole.COORDINATOR;
import static org.dariro.console.StaffRole.MENTOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import org.dariro.platform.Cleaning;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.safeguarding.AlertFault;
import org.dariro.safeguarding.Safeguard;
import org.jspecify.annotations.Nullable;

/** Decides about a held post, wherever it was shown. */
@Component
@Path("holds/{hold}")
public class HoldPage {
    /** The author gets this reason in the one text that tells them. */
    private static final int LONGEST_REASON = 60;
    /** Why a post is released stays on record. */
    private static final int LONGEST_KEPT = 200;

    private final Database database;
    private final Safeguard safeguard;

    @Inject
    public HoldPage(Database database, Safeguard safeguard) {
        this.database = database;
        this.safeguard = safeguard;
    }

    /** Releases the post or rejects it, with a reason. */
    @POST
    @For({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    public Object decide(
            @Context SecurityContext caller,
            @PathParam("hold") long id,
            @FormParam("do") @Nullable String what,
            @FormParam("reason") @Nullable String given,
            @FormParam("to") @Nullable String to) {
        Visit visit = Visit.of(caller);
        String reason = given == null ? "" : Cleaning.clean(given).replaceAll("\\s+", " ");
        Optional<String> fault = fault(visit, what, reason);
        if (fault.isEmpty()) {
            fault = decide(visit, id, "release".equals(what), reason);
        }
        String back = Pages.local(to, SignInPage.HOME);
        return fault.isEmpty()
                ? Pages.to(back)
                : Pages.wrong(visit.page("not-done").with("what", fault.get()).with("back", back));
    }

    private static Optional<String> fault(Visit visit, @Nullable String what, String reason) {
        boolean reject = "reject".equals(what);
        if (!reject && !"release".equals(what)) {
            throw PageFault.of(400, "fault-form");
        }
        int most = reject ? LONGEST_REASON : LONGEST_KEPT;
        boolean fits = !reason.isEmpty() && reason.codePointCount(0, reason.length()) <= most;
        return fits
                ? Optional.empty()
                : Optional.of(visit.text(reject ? "hold-reason-needed" : "release-reason-needed", most));
    }

    private Optional<String> decide(Visit visit, long id, boolean release, String reason) {
        try {
            boolean first = database.inTransaction(tx -> {
                Safeguard.HeldPost held = safeguard.find(tx, id).orElseThrow(PageFault::notFound);
                return release
                        ? safeguard.release(tx, held, visit.actor(), reason)
                        : safeguard.reject(tx, held, visit.actor(), reason);
            });
            return first ? Optional.empty() : Optional.of(visit.text("hold-decided"));
        } catch (AlertFault fault) {
            return Optional.of(Faulty.words(visit, fault));
        }
    }
}
