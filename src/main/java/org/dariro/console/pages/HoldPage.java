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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    /** The pages that have such a form. */
    private static final Pattern ON = Pattern.compile("/console/(?<kind>group|alert)s/(?<id>[0-9]{1,18})(#.*)?");

    private final Database database;
    private final Safeguard safeguard;
    private final Keepers keepers;
    private final GroupPage group;
    private final CaseFile file;

    @Inject
    public HoldPage(Database database, Safeguard safeguard, Keepers keepers, GroupPage group, CaseFile file) {
        this.database = database;
        this.safeguard = safeguard;
        this.keepers = keepers;
        this.group = group;
        this.file = file;
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
                : Pages.wrong(again(visit, back, new GroupPage.Decision(id, given == null ? "" : given, fault.get())));
    }

    /** The page that the form stands on, with what was typed; a page of its own where that is none of ours. */
    private Page again(Visit visit, String back, GroupPage.Decision decision) {
        Matcher on = ON.matcher(back);
        if (!on.matches() || !keepers.lets(visit, on.group("kind"), on.group("id"))) {
            return visit.page("not-done").with("what", decision.fault()).with("back", back);
        }
        long id = Long.parseLong(on.group("id"));
        Entered form = Entered.BLANK.with("at", "hold").with("reason", decision.reason());
        return database.inTransaction(tx -> on.group("kind").equals("group")
                ? group.undecided(tx, visit, id, decision)
                : file.page(tx, visit, id, "", CaseFile.Given.action(form, decision.fault())));
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
