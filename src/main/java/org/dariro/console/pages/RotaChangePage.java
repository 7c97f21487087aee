package org.dariro.console.pages;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.CLINICAL_LEAD;
import static org.dariro.console.StaffRole.COORDINATOR;
import static org.dariro.console.StaffRole.MENTOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import org.dariro.delivery.Digests;
import org.dariro.group.Groups;
import org.dariro.member.StaffRoll;
import org.dariro.platform.Cleaning;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Transaction;
import org.dariro.safeguarding.rota.Rotas;
import org.dariro.safeguarding.rota.Span;

/** What differs from the ordinary week for once: somebody is away, is on duty as well, or takes another's duty. */
@Component
@Path("groups/{group}/rota/changes")
public class RotaChangePage {
    private static final int LONGEST_REASON = 200;
    private final Database database;
    private final Groups groups;
    private final StaffRoll staff;
    private final Rotas rotas;
    private final RotaPage page;
    private final InstantSource clock;

    @Inject
    public RotaChangePage(
            Database database, Groups groups, StaffRoll staff, Rotas rotas, RotaPage page, InstantSource clock) {
        this.database = database;
        this.groups = groups;
        this.staff = staff;
        this.rotas = rotas;
        this.page = page;
        this.clock = clock;
    }

    /** Makes a change, or takes one back. */
    @POST
    @For({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    public Response change(
            @Context SecurityContext caller, @PathParam("group") long id, MultivaluedMap<String, String> given) {
        Visit visit = Visit.of(caller);
        Entered form = Entered.of(given);
        return database.inTransaction(tx -> {
            if (form.is("do", "back")) {
                form.number("change").ifPresent(change -> rotas.takeBack(tx, id, change, visit.actor()));
                return Pages.to("/console/groups/" + id + "/rota");
            }
            Entered read = checked(tx, visit, id, form);
            if (read.wrong()) {
                return Pages.wrong(page.page(tx, visit, id, read));
            }
            make(tx, visit, id, form);
            return Pages.to("/console/groups/" + id + "/rota");
        });
    }

    private ZoneId zone(Transaction tx, long group) {
        return Digests.zone(groups.get(tx, group).country());
    }

    private Optional<Long> person(Transaction tx, long group, Entered form, String field) {
        return form.number(field).filter(id -> staff.of(tx, group).stream().anyMatch(one -> one.id() == id));
    }

    private Optional<Span> span(Transaction tx, long group, Entered form) {
        ZoneId zone = zone(tx, group);
        Instant now = clock.instant();
        return Moments.of(form.value("from"), zone).flatMap(from -> Moments.of(form.value("to"), zone)
                .filter(to -> to.isAfter(from)
                        && to.isAfter(now)
                        && Duration.between(from, to).compareTo(Rotas.LONGEST) <= 0)
                .map(to -> new Span(from, to)));
    }

    private static String reason(Entered form) {
        return Cleaning.clean(form.value("reason")).replaceAll("\\s+", " ").strip();
    }

    private Entered checked(Transaction tx, Visit visit, long group, Entered form) {
        Entered read = form;
        Optional<Long> whose = person(tx, group, form, "staff");
        Optional<Span> span = span(tx, group, form);
        if (whose.isEmpty()) {
            read = read.faulted("", visit.text("rota-who-needed"));
        }
        if (span.isEmpty()) {
            read = read.faulted("", visit.text("rota-times-wrong", Rotas.LONGEST.toDays()));
        }
        if (reason(form).length() > LONGEST_REASON) {
            read = read.faulted("", visit.text("rota-why-long", LONGEST_REASON));
        }
        if (form.is("do", "swap")) {
            if (person(tx, group, form, "by")
                    .filter(by -> !Optional.of(by).equals(whose))
                    .isEmpty()) {
                read = read.faulted("", visit.text("rota-by-needed"));
            }
            if (whose.isPresent()
                    && span.isPresent()
                    && !rotas.of(tx, group).onDuty(whose.get(), span.get().from())) {
                read = read.faulted("", visit.text("rota-not-on"));
            }
        } else if (!form.is("do", "away") && !form.is("do", "extra")) {
            read = read.faulted("", visit.text("choose"));
        }
        return read;
    }

    /** Makes the change of a form without faults. */
    private void make(Transaction tx, Visit visit, long group, Entered form) {
        long whose = person(tx, group, form, "staff").orElseThrow();
        Span span = span(tx, group, form).orElseThrow();
        if (form.is("do", "swap")) {
            long by = person(tx, group, form, "by").orElseThrow();
            rotas.swap(tx, group, whose, by, span, visit.actor(), reason(form));
        } else {
            rotas.change(tx, group, whose, form.is("do", "extra"), span, visit.actor(), reason(form));
        }
    }
}
