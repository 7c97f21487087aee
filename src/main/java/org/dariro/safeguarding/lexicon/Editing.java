package org.dariro.safeguarding.lexicon;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dariro.platform.AuditEntry;
import org.dariro.platform.AuditLog;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Faults;
import org.dariro.platform.Ids;
import org.dariro.platform.Transaction;
import org.dariro.safeguarding.lexicon.Edit.State;
import org.dariro.safeguarding.lexicon.Version.Origin;
import org.dariro.safeguarding.screening.Assessment;
import org.dariro.safeguarding.screening.Screening;
import org.dariro.safeguarding.screening.SecondOpinion;

/**
 * What people do with lexicons in the console and by the API. Nothing here is to be called inside a transaction: an edit is
 * tried for a second or more, and taken up once it is committed.
 */
@Component
public class Editing {
    /** The longest file, in characters. */
    public static final int LONGEST = 200_000;

    /** The longest note, and the longest reason. */
    public static final int LONGEST_NOTE = 500;

    private final Database database;
    private final VersionDao versions;
    private final Keeper keeper;
    private final SecondOpinion second;
    private final AuditLog audit;
    private final Ids ids;
    private final InstantSource clock;

    @Inject
    public Editing(
            Database database,
            VersionDao versions,
            Keeper keeper,
            SecondOpinion second,
            AuditLog audit,
            Ids ids,
            InstantSource clock) {
        this.database = database;
        this.versions = versions;
        this.keeper = keeper;
        this.second = second;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** All files in their layers. */
    public Shelf shelf() {
        return database.inTransaction(keeper::shelf);
    }

    /** All files in their layers, as this transaction sees them. */
    public Shelf shelf(Transaction tx) {
        return keeper.shelf(tx);
    }

    /** What is wrong with files that cannot be used as they are now, by file. */
    public Map<FileName, String> faults(Transaction tx) {
        return versions.faults(tx);
    }

    /** All versions of a file, the last first. */
    public List<Version> versions(Transaction tx, FileName file) {
        return versions.of(tx, file);
    }

    /** The last saved version of each file in the console and from files. */
    public List<Version> latest(Transaction tx) {
        return versions.latest(tx);
    }

    /** The version of the lexicons that are in use on this node, as it stands in the audit trail. */
    public String inUse() {
        return keeper.current().version();
    }

    /** What screening finds in a text. Nothing of it is kept. */
    public Assessment find(String text, String language, String country) {
        return find(keeper.current(), text, language, country);
    }

    private Assessment find(Screening screening, String text, String language, String country) {
        return screening.assess(text, language, country, second).by(screening.version());
    }

    /** What screening would find in a text with a file changed; empty when the file cannot be used so. */
    public Optional<Assessment> find(FileName file, String content, String text, String language, String country) {
        return keeper.ready(shelf().with(Origin.CONSOLE, Map.of(file, Optional.of(content))))
                .screening()
                .map(screening -> find(screening, text, language, country));
    }

    /** How the stored tests do as things are. */
    public Trial now() {
        return keeper.trial(keeper.current());
    }

    /**
     * Tries a change of a file, and changes nothing.
     *
     * @param content empty to take back what was saved in the console
     */
    public Edit tryOut(FileName file, Optional<String> content) {
        return tryOut(shelf(), file, content);
    }

    private Edit tryOut(Shelf now, FileName file, Optional<String> content) {
        Shelf next = now.with(Origin.CONSOLE, Map.of(file, content));
        String before = now.content(file).orElse("");
        String after = next.content(file).orElse("");
        Ready ready = keeper.ready(next);
        if (ready.screening().isEmpty()) {
            return Edit.of(State.INVALID, ready.fault(), before, after, new Trial(List.of()));
        }
        Trial trial = keeper.trial(ready.screening().get());
        return Edit.of(trial.broken().isEmpty() ? State.GOOD : State.BREAKS_TESTS, "", before, after, trial);
    }

    /**
     * Tries a change of a file and saves it; it counts here at once, and on other nodes within seconds.
     *
     * @param content empty to take back what was saved in the console
     * @param from the number of the version that it was made from; empty not to ask
     * @param despite a clinical lead's reason to save it although stored tests then fail
     */
    public Edit save(
            FileName file,
            Optional<String> content,
            Optional<Integer> from,
            String note,
            Optional<String> despite,
            String by) {
        Shelf now = shelf();
        if (from.filter(number -> number != now.number(file)).isPresent()) {
            return Edit.of(State.OVERTAKEN, "", "", "", new Trial(List.of()));
        } else if (content.isEmpty() && now.in(Origin.CONSOLE, file).isEmpty()) {
            return Edit.of(State.NOTHING, "", "", "", new Trial(List.of()));
        }
        Edit edit = tryOut(now, file, content);
        boolean breaks = edit.state() == State.BREAKS_TESTS;
        if (edit.state() == State.INVALID || (breaks && despite.isEmpty())) {
            return edit;
        }
        Version version = new Version(
                file,
                now.last(file) + 1,
                Origin.CONSOLE,
                content,
                note,
                breaks ? despite : Optional.empty(),
                by,
                clock.instant());
        try {
            database.useTransaction(tx -> insert(tx, version, edit.trial()));
        } catch (RuntimeException e) {
            if (Faults.isDuplicate(e)) {
                return edit.but(State.OVERTAKEN);
            }
            throw e;
        }
        keeper.turn();
        return edit.saved(version);
    }

    private void insert(Transaction tx, Version version, Trial trial) {
        long id = ids.next();
        versions.insert(tx, id, version);
        audit.add(
                tx,
                AuditEntry.of(version.by(), version.content().isPresent() ? "lexicon-saved" : "lexicon-taken-back")
                        .on("lexicon", id)
                        .saying(version.file() + " " + version.number() + ", " + trial.summary()
                                + (version.despite().isPresent() ? ", saved despite them" : "")));
    }
}
