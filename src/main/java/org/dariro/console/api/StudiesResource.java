package org.dariro.console.api;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.COORDINATOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Transaction;
import org.dariro.programme.study.Studies;
import org.dariro.programme.study.Study;
import org.dariro.programme.study.StudyExports;
import org.dariro.programme.study.StudyFault;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Studies: groups with their arms, exported under pseudonyms, and who is behind these, apart. */
@Component
@Path("studies")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class StudiesResource {
    private static final int LONGEST = 200;
    private final Database database;
    private final Studies studies;
    private final StudyExports exports;

    @Inject
    public StudiesResource(Database database, Studies studies, StudyExports exports) {
        this.database = database;
        this.studies = studies;
        this.exports = exports;
    }

    /** A group of a study; {@code arm} has letters A to Z, digits, spaces and hyphens, at most 20. */
    public record ArmView(@Nullable Long group, @Nullable String arm) {}

    /**
     * A study to be made, or what is to change about one; what is null stays.
     *
     * @param name 2 to 60 characters; it stands in the export
     * @param groups each once
     * @param from the first day (UTC), written 2026-03-01
     * @param to the last day
     * @param keepsWithdrawn whether what was gathered until somebody withdrew stays in; not, when left out
     * @param withAnswers whether members agreed that what they answer on how they are is exported; not, when left out
     */
    public record Wanted(
            @Nullable String name,
            @Nullable List<ArmView> groups,
            @Nullable String from,
            @Nullable String to,
            @Nullable Boolean keepsWithdrawn,
            @Nullable Boolean withAnswers) {}

    /** A study; {@code endedAt} when its key was destroyed. */
    public record StudyView(
            long id,
            String name,
            List<ArmView> groups,
            String from,
            String to,
            boolean keepsWithdrawn,
            boolean withAnswers,
            String madeBy,
            Instant madeAt,
            @Nullable Instant endedAt) {
        static StudyView of(Study study) {
            return new StudyView(
                    study.id(),
                    study.name(),
                    study.arms().entrySet().stream()
                            .map(one -> new ArmView(one.getKey(), one.getValue()))
                            .toList(),
                    study.firstDay().toString(),
                    study.lastDay().toString(),
                    study.keepsWithdrawn(),
                    study.withAnswers(),
                    study.madeBy(),
                    study.madeAt(),
                    AlertView.or(study.endedAt()));
        }
    }

    /**
     * Why somebody must know who is behind the pseudonyms: {@code follow-up}, {@code linkage}, {@code safety}, {@code check} or
     * {@code withdrawal}.
     */
    public record KeyWish(@Nullable String reason) {}

    /** All, the oldest first. */
    @GET
    @MayCall({COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "listStudies", summary = "List the studies")
    public Page<StudyView> list(
            @QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable String limit) {
        Paging paging = Paging.of(after, limit);
        return database.inTransaction(
                tx -> paging.show(studies.list(tx, paging.after(), paging.oneMore()), StudyView::of, Study::id));
    }

    /** Makes one, with a key of its own. */
    @POST
    @Creates
    @MayCall({COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "createStudy", summary = "Make a study of some groups, each in an arm")
    public StudyView create(@Context SecurityContext who, Wanted wanted) {
        Fields fields = new Fields();
        Study.Wish wish = new Study.Wish(
                fields.text("name", wanted.name(), LONGEST),
                day(fields, "from", wanted.from(), null),
                day(fields, "to", wanted.to(), null),
                arms(fields, wanted.groups(), Map.of()),
                Boolean.TRUE.equals(wanted.keepsWithdrawn()),
                Boolean.TRUE.equals(wanted.withAnswers()));
        fields.check();
        return database.inTransaction(tx -> StudyView.of(
                Refused.unlessDone(studies.make(tx, wish, Caller.of(who).getName()))));
    }

    private static LocalDate day(Fields fields, String field, @Nullable String written, @Nullable LocalDate otherwise) {
        try {
            if (written != null) {
                return LocalDate.parse(written.strip());
            } else if (otherwise != null) {
                return otherwise;
            }
        } catch (DateTimeParseException e) {
            // told below
        }
        fields.fault(field, "This field is needed: a day in UTC, written 2026-03-01.");
        return LocalDate.EPOCH;
    }

    private static Map<Long, String> arms(Fields fields, @Nullable List<ArmView> groups, Map<Long, String> otherwise) {
        if (groups == null) {
            return otherwise;
        }
        Map<Long, String> arms = new TreeMap<>();
        for (ArmView one : new ArrayList<@Nullable ArmView>(groups)) {
            if (one == null || one.group() == null || one.arm() == null || arms.put(one.group(), one.arm()) != null) {
                fields.fault("groups", StudyFault.STUDY_GROUPS.words());
                return Map.of();
            }
        }
        return arms;
    }

    /** One. */
    @GET
    @Path("{study}")
    @MayCall({COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "showStudy", summary = "Show a study")
    public StudyView show(@PathParam("study") long id) {
        return database.inTransaction(tx -> StudyView.of(find(tx, id)));
    }

    private Study find(Transaction tx, long id) {
        return studies.find(tx, id).orElseThrow(() -> Refused.notFound("study"));
    }

    /** Changes what it names; pseudonyms stay what they are. */
    @PATCH
    @Path("{study}")
    @MayCall({COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "changeStudy", summary = "Change a study's name, groups, arms or days")
    public StudyView change(@Context SecurityContext who, @PathParam("study") long id, Wanted wanted) {
        return database.inTransaction(tx -> {
            Study study = find(tx, id);
            Fields fields = new Fields();
            Study.Wish wish = new Study.Wish(
                    wanted.name() == null ? study.name() : fields.text("name", wanted.name(), LONGEST),
                    day(fields, "from", wanted.from(), study.firstDay()),
                    day(fields, "to", wanted.to(), study.lastDay()),
                    arms(fields, wanted.groups(), study.arms()),
                    wanted.keepsWithdrawn() == null ? study.keepsWithdrawn() : wanted.keepsWithdrawn(),
                    wanted.withAnswers() == null ? study.withAnswers() : wanted.withAnswers());
            fields.check();
            return StudyView.of(Refused.unlessDone(
                    studies.change(tx, study, wish, Caller.of(who).getName())));
        });
    }

    /** What the study is about, under pseudonyms: a ZIP of CSV tables. */
    @GET
    @Path("{study}/export")
    @Produces("application/zip")
    @MayCall({COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "exportStudy", summary = "Export a study under pseudonyms, with its codebook, as a ZIP")
    public StreamingOutput export(
            @Context SecurityContext who, @PathParam("study") long id, @QueryParam("days") @Nullable String days) {
        Fields fields = new Fields();
        Study.Days written = fields.choice("days", days, Study.Days.class).orElse(Study.Days.STUDY);
        fields.check();
        Study study = database.inTransaction(tx -> find(tx, id));
        return Refused.unlessDone(exports.open(study, written, Caller.of(who).getName()))::write;
    }

    /** Who is behind the pseudonyms, with numbers; for a person, for a reason, on record. */
    @POST
    @Path("{study}/key")
    @Produces("text/csv")
    @MayCall(ADMINISTRATOR)
    @Operation(
            operationId = "showStudyKey",
            summary = "Show who is behind a study's pseudonyms, for a reason that goes on record, as a CSV table")
    public String key(@Context SecurityContext who, @PathParam("study") long id, KeyWish wish) {
        Fields fields = new Fields();
        Optional<Study.KeyReason> reason = fields.choice("reason", wish.reason(), Study.KeyReason.class);
        if (wish.reason() == null) {
            fields.fault("reason", StudyFault.STUDY_REASON.words());
        }
        fields.check();
        Caller caller = Caller.of(who);
        if (!caller.isPerson()) {
            throw Refused.of(List.of(StudyFault.STUDY_PROGRAM));
        }
        return database.inTransaction(
                tx -> Refused.unlessDone(studies.key(tx, find(tx, id), reason.orElseThrow(), caller.getName())));
    }

    /** Ends a study for good: its key is destroyed. */
    @POST
    @Path("{study}/end")
    @MayCall(ADMINISTRATOR)
    @Operation(operationId = "endStudy", summary = "End a study: its key is destroyed, and its pseudonyms with it")
    public StudyView end(@Context SecurityContext who, @PathParam("study") long id) {
        return database.inTransaction(tx -> StudyView.of(
                Refused.unlessDone(studies.end(tx, find(tx, id), Caller.of(who).getName()))));
    }
}
