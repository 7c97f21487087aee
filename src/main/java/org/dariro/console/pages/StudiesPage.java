package org.dariro.console.pages;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.COORDINATOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dariro.conversation.Fault;
import org.dariro.group.Group;
import org.dariro.group.Groups;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Transaction;
import org.dariro.programme.study.Studies;
import org.dariro.programme.study.Study;
import org.dariro.programme.study.StudyExports;
import org.jspecify.annotations.Nullable;

/** Studies: making them, their exports under pseudonyms, and the key to these apart. */
@Component
@Path("studies")
public class StudiesPage {
    private static final int MOST = 500;
    private static final int USUAL_WEEKS = 12;
    private static final String ARM = "arm-";
    private static final MediaType ZIP = new MediaType("application", "zip");
    private final Database database;
    private final Studies studies;
    private final StudyExports exports;
    private final Groups groups;
    private final InstantSource clock;

    @Inject
    public StudiesPage(Database database, Studies studies, StudyExports exports, Groups groups, InstantSource clock) {
        this.database = database;
        this.studies = studies;
        this.exports = exports;
        this.groups = groups;
        this.clock = clock;
    }

    /** A study in one line, its days written out. */
    public record Row(Study study, String from, String to) {
        static Row of(Visit visit, Study study) {
            return new Row(study, BudgetShown.day(visit, study.firstDay()), BudgetShown.day(visit, study.lastDay()));
        }
    }

    /**
     * A group that may be in a study.
     *
     * @param field what its arm is called in the form
     */
    public record Choice(String name, String field, boolean closed) {}

    /** A group of a study. */
    public record Arm(long group, String name, String arm) {}

    private Page form(Transaction tx, Page page, Entered form) {
        return page.with("form", form)
                .with(
                        "choices",
                        groups.all(tx).stream()
                                .sorted(Comparator.comparing(Group::closed))
                                .map(group -> new Choice(group.name(), ARM + group.id(), group.closed()))
                                .toList());
    }

    private Page list(Transaction tx, Visit visit, Entered form) {
        return form(
                tx,
                visit.page("studies")
                        .with(
                                "studies",
                                studies.list(tx, 0, MOST).stream()
                                        .map(study -> Row.of(visit, study))
                                        .toList()),
                form);
    }

    private Entered blank() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return Entered.BLANK
                .with("from", today.toString())
                .with("to", today.plusWeeks(USUAL_WEEKS).minusDays(1).toString());
    }

    /** All, and the form to make one. */
    @GET
    @For({COORDINATOR, ADMINISTRATOR})
    public Page show(@Context SecurityContext caller) {
        Visit visit = Visit.of(caller);
        return database.inTransaction(tx -> list(tx, visit, blank()));
    }

    /** Makes one. */
    @POST
    @For({COORDINATOR, ADMINISTRATOR})
    public Response make(@Context SecurityContext caller, MultivaluedMap<String, String> given) {
        Visit visit = Visit.of(caller);
        return database.inTransaction(tx -> studies.make(tx, wish(given), visit.actor())
                .match(
                        study -> Pages.to("/console/studies/" + study.id()),
                        faults -> Pages.wrong(list(tx, visit, wrong(visit, given, faults)))));
    }

    private static Entered wrong(Visit visit, MultivaluedMap<String, String> given, List<Fault> faults) {
        return Entered.of(given).faulted(visit, faults);
    }

    /** What is no day is one that no study can have. */
    private static LocalDate day(@Nullable String written, LocalDate otherwise) {
        try {
            return LocalDate.parse(written == null ? "" : written.strip());
        } catch (DateTimeParseException e) {
            return otherwise;
        }
    }

    private static Study.Wish wish(MultivaluedMap<String, String> given) {
        Map<Long, String> arms = new TreeMap<>();
        given.keySet().stream()
                .filter(field -> field.matches(ARM + "[0-9]{1,18}"))
                .forEach(field -> Optional.ofNullable(given.getFirst(field))
                        .filter(arm -> !arm.isBlank())
                        .ifPresent(arm -> arms.put(Long.valueOf(field.substring(ARM.length())), arm)));
        return new Study.Wish(
                Optional.ofNullable(given.getFirst("name")).orElse(""),
                day(given.getFirst("from"), LocalDate.MAX),
                day(given.getFirst("to"), LocalDate.MIN),
                arms,
                given.containsKey("keeps"),
                given.containsKey("answers"));
    }

    private Study find(Transaction tx, String id) {
        return studies.find(tx, SpendQuery.number(id)).orElseThrow(PageFault::notFound);
    }

    private Page one(Transaction tx, Visit visit, Study study, Entered form) {
        Map<Long, Group> known = groups.load(tx, study.arms().keySet());
        return form(
                tx,
                visit.page("study")
                        .with("row", Row.of(visit, study))
                        .with(
                                "arms",
                                study.arms().entrySet().stream()
                                        .map(arm -> new Arm(
                                                arm.getKey(),
                                                Optional.ofNullable(known.get(arm.getKey()))
                                                        .map(Group::name)
                                                        .orElse("-"),
                                                arm.getValue()))
                                        .toList())
                        .with(
                                "reasons",
                                Arrays.stream(Study.KeyReason.values())
                                        .map(Words::label)
                                        .toList())
                        .with("done", null),
                form);
    }

    private static Entered filled(Study study) {
        Entered form = Entered.BLANK
                .with("name", study.name())
                .with("from", study.firstDay().toString())
                .with("to", study.lastDay().toString());
        for (Map.Entry<Long, String> arm : study.arms().entrySet()) {
            form = form.with(ARM + arm.getKey(), arm.getValue());
        }
        form = study.keepsWithdrawn() ? form.with("keeps", "1") : form;
        return study.withAnswers() ? form.with("answers", "1") : form;
    }

    /** One. */
    @GET
    @Path("{study}")
    @For({COORDINATOR, ADMINISTRATOR})
    public Page study(
            @Context SecurityContext caller,
            @PathParam("study") String id,
            @QueryParam("saved") @Nullable String saved) {
        Visit visit = Visit.of(caller);
        return database.inTransaction(tx -> {
            Study study = find(tx, id);
            return one(tx, visit, study, filled(study)).with("done", saved == null ? null : visit.text("saved"));
        });
    }

    /** Changes one. */
    @POST
    @Path("{study}")
    @For({COORDINATOR, ADMINISTRATOR})
    public Response change(
            @Context SecurityContext caller, @PathParam("study") String id, MultivaluedMap<String, String> given) {
        Visit visit = Visit.of(caller);
        return database.inTransaction(tx -> {
            Study study = find(tx, id);
            return studies.change(tx, study, wish(given), visit.actor())
                    .match(
                            done -> Pages.to("/console/studies/" + study.id(), "saved"),
                            faults -> Pages.wrong(one(tx, visit, study, wrong(visit, given, faults))));
        });
    }

    /** The study under pseudonyms, as a file. */
    @GET
    @Path("{study}/export")
    @For({COORDINATOR, ADMINISTRATOR})
    public Response export(
            @Context SecurityContext caller, @PathParam("study") String id, @QueryParam("days") @Nullable String days) {
        Visit visit = Visit.of(caller);
        Study study = database.inTransaction(tx -> find(tx, id));
        Study.Days written = Words.label(Study.Days.DATES).equals(days) ? Study.Days.DATES : Study.Days.STUDY;
        return exports.open(study, written, visit.actor())
                .match(
                        export -> Downloads.file(export.fileName(), ZIP, (StreamingOutput) export::write),
                        faults -> Pages.to("/console/studies/" + study.id())); // it says there that it has ended
    }

    /** Who is behind the pseudonyms, as a file, for a reason. */
    @POST
    @Path("{study}/key")
    @For(ADMINISTRATOR)
    public Response key(
            @Context SecurityContext caller, @PathParam("study") String id, MultivaluedMap<String, String> given) {
        Visit visit = Visit.of(caller);
        Optional<Study.KeyReason> reason = Arrays.stream(Study.KeyReason.values())
                .filter(one -> Words.label(one).equals(given.getFirst("reason")))
                .findFirst();
        return database.inTransaction(tx -> {
            Study study = find(tx, id);
            if (reason.isEmpty()) {
                return Pages.wrong(
                        one(tx, visit, study, filled(study).faulted("reason", visit.text("study-key-needed"))));
            }
            return studies.key(tx, study, reason.get(), visit.actor())
                    .match(
                            table -> Downloads.csv("study-" + study.id() + "-key", table),
                            faults -> Pages.wrong(
                                    one(tx, visit, study, filled(study).faulted(visit, faults))));
        });
    }

    /** Ends one for good. */
    @POST
    @Path("{study}/end")
    @For(ADMINISTRATOR)
    public Response end(
            @Context SecurityContext caller, @PathParam("study") String id, MultivaluedMap<String, String> given) {
        Visit visit = Visit.of(caller);
        return database.inTransaction(tx -> {
            Study study = find(tx, id);
            if (!given.containsKey("sure")) {
                return Pages.wrong(
                        one(tx, visit, study, filled(study).faulted("sure", visit.text("study-end-needed"))));
            }
            return studies.end(tx, study, visit.actor())
                    .match(
                            done -> Pages.to("/console/studies/" + study.id(), "saved"),
                            faults -> Pages.wrong(
                                    one(tx, visit, study, filled(study).faulted(visit, faults))));
        });
    }
}
