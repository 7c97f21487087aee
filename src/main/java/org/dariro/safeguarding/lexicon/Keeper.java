package org.dariro.safeguarding.lexicon;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.dariro.platform.AuditEntry;
import org.dariro.platform.AuditLog;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Faults;
import org.dariro.platform.Ids;
import org.dariro.platform.Templates;
import org.dariro.platform.Transaction;
import org.dariro.safeguarding.lexicon.Version.Origin;
import org.dariro.safeguarding.screening.CurrentScreening;
import org.dariro.safeguarding.screening.LexiconSearch;
import org.dariro.safeguarding.screening.Screening;
import org.dariro.safeguarding.screening.SecondOpinion;
import org.dariro.safeguarding.screening.ShippedLexicons;
import org.dariro.safeguarding.screening.SpokenLanguages;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the screening of this process up to date: takes up changed files of the programme's own directory as versions, and
 * swaps the screening when there are new versions, whichever node they were saved on. What cannot be used is reported, and what
 * was used before stays.
 */
@Component
public class Keeper {
    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);
    private final Database database;
    private final VersionDao versions;
    private final TestDao tests;
    private final CurrentScreening current;
    private final SecondOpinion second;
    private final Templates templates;
    private final AuditLog audit;
    private final Ids ids;
    private final InstantSource clock;
    private final OwnFiles own;
    private final Making making = new Making();
    private final Map<FileName, String> shipped = new HashMap<>();
    private final Set<FileName> seen = new HashSet<>();
    private final Map<String, LexiconSearch> used = new TreeMap<>();
    private SpokenLanguages spoken;
    private @Nullable String mark;
    private String looked = "";
    private long count;
    /** What this process has found wrong. */
    private volatile Map<FileName, String> faults = Map.of();

    @Inject
    @SuppressWarnings("TooManyParameters")
    public Keeper(
            Database database,
            VersionDao versions,
            TestDao tests,
            CurrentScreening current,
            SecondOpinion second,
            Templates templates,
            AuditLog audit,
            Ids ids,
            InstantSource clock) {
        this.database = database;
        this.versions = versions;
        this.tests = tests;
        this.current = current;
        this.second = second;
        this.templates = templates;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        own = new OwnFiles(templates);
        spoken = SpokenLanguages.load(templates);
        ShippedLexicons.get()
                .files()
                .forEach((language, files) ->
                        files.forEach((name, text) -> shipped.put(new FileName(language, name), text)));
    }

    /** All files in their layers, as they are saved now. */
    public Shelf shelf(Transaction tx) {
        return Shelf.of(shipped, versions.latest(tx));
    }

    /** The lexicons of a shelf made ready. */
    Ready ready(Shelf shelf) {
        return making.of(shelf, current().spoken());
    }

    /** The screening that counts on this node. */
    public Screening current() {
        return current.get();
    }

    /** The files that this process could not use. */
    public Set<FileName> notUsed() {
        return faults.keySet();
    }

    /** What would become of the stored tests. */
    Trial trial(Screening after) {
        List<StoredTest> stored = database.inTransaction(tests::all);
        return Trial.of(stored, current(), after, second);
    }

    /** Looks for changes and takes them up; to be called every few seconds, and once before the first text. */
    public synchronized void turn() {
        String now = own.mark();
        boolean rests = mark == null || now.equals(looked); // else somebody may be in the middle of writing it
        boolean files = !now.equals(mark) && rests;
        looked = now;
        if (files) {
            takeUp();
        }
        long saved = database.inTransaction(versions::count);
        if (saved != count || (files && spokenHasChanged())) {
            swap(database.inTransaction(this::shelf));
        }
        count = saved;
        mark = rests ? now : mark;
    }

    private boolean spokenHasChanged() {
        try {
            SpokenLanguages next = SpokenLanguages.load(templates);
            boolean changed = !next.equals(spoken);
            spoken = next;
            return changed;
        } catch (RuntimeException e) {
            LOG.error("{} cannot be used, what was read before stays: {}", SpokenLanguages.FILE, e.getMessage());
            return false;
        }
    }

    private void swap(Shelf shelf) {
        Map<FileName, String> wrong = new TreeMap<>();
        Map<String, LexiconSearch> read = new TreeMap<>();
        shelf.texts().forEach((language, files) -> read(language, files, wrong)
                .ifPresent(lexicon -> read.put(language, lexicon)));
        Screening next = Screening.of(read, spoken);
        used.putAll(read);
        if (!next.version().equals(current().version())) {
            LOG.info("The lexicons have changed and are in use: {}", next.version());
            database.useTransaction(tx -> audit.add(
                    tx,
                    AuditEntry.of(AuditEntry.SERVICE, "lexicons-in-use")
                            .saying(next.version() + ": " + shelf.changes())));
        }
        current.swap(next);
        report(wrong, shelf.texts().keySet().stream().map(FileName::all).toList());
    }

    /** A language's lexicon; the one used before, or that which came with the service, when it cannot be used. */
    private Optional<LexiconSearch> read(String language, Map<String, String> files, Map<FileName, String> wrong) {
        try {
            return Optional.of(making.of(language, files));
        } catch (RuntimeException e) {
            wrong.put(FileName.all(language), Making.words(e));
            return Optional.ofNullable(used.get(language)).or(() -> Optional.ofNullable(
                            Shelf.of(shipped, List.of()).texts().get(language))
                    .map(came -> making.of(language, came)));
        }
    }

    /** Makes versions of what has changed in the programme's own directory. */
    private void takeUp() {
        Map<FileName, String> wrong = new TreeMap<>();
        Map<FileName, String> disk = own.read(wrong);
        Shelf now = database.inTransaction(this::shelf);
        Map<FileName, Optional<String>> changes = new TreeMap<>();
        disk.forEach((file, text) -> {
            if (!now.in(Origin.FILE, file).equals(Optional.of(text))) {
                changes.put(file, Optional.of(text));
            }
        });
        now.filesIn(Origin.FILE).stream()
                .filter(file -> !disk.containsKey(file) && !wrong.containsKey(file))
                // another node's directory may have what ours never had
                .filter(file -> seen.contains(file) || !database.isShared())
                .forEach(file -> changes.put(file, Optional.empty()));
        seen.addAll(disk.keySet());
        wrong.putAll(take(now, changes));
        Set<FileName> looked = new HashSet<>(disk.keySet());
        looked.addAll(faults.keySet());
        if (!database.isShared()) {
            looked.addAll(database.inTransaction(versions::faults).keySet());
        }
        looked.removeIf(file -> file.name().isEmpty());
        report(wrong, looked);
    }

    /** @return what is wrong with those that were not taken */
    private Map<FileName, String> take(Shelf now, Map<FileName, Optional<String>> changes) {
        Map<FileName, String> wrong = new TreeMap<>();
        if (changes.isEmpty() || takeTogether(now, changes).isEmpty()) {
            return wrong;
        }
        Shelf soFar = now;
        for (Map.Entry<FileName, Optional<String>> change : changes.entrySet()) {
            Map<FileName, Optional<String>> one = Map.of(change.getKey(), change.getValue());
            Optional<String> fault = takeTogether(soFar, one);
            if (fault.isPresent()) {
                wrong.put(change.getKey(), fault.get());
            } else {
                soFar = soFar.with(Origin.FILE, one);
            }
        }
        return wrong;
    }

    private Optional<String> takeTogether(Shelf now, Map<FileName, Optional<String>> changes) {
        Map<FileName, Optional<String>> uncovered = new HashMap<>();
        changes.keySet().forEach(file -> uncovered.put(file, Optional.empty()));
        Ready alone = ready(now.with(Origin.CONSOLE, uncovered).with(Origin.FILE, changes));
        if (alone.screening().isEmpty()) {
            return Optional.of(alone.fault());
        }
        Ready whole = ready(now.with(Origin.FILE, changes));
        if (whole.screening().isEmpty()) {
            return Optional.of(whole.fault());
        }
        Trial trial = trial(whole.screening().get());
        if (!trial.broken().isEmpty()) {
            return Optional.of("With it, " + trial.summary());
        }
        try {
            database.useTransaction(tx -> changes.forEach((file, text) -> save(tx, now, file, text, trial)));
        } catch (RuntimeException e) {
            if (!Faults.isDuplicate(e)) { // another node with the same file was quicker
                throw e;
            }
        }
        return Optional.empty();
    }

    private void save(Transaction tx, Shelf now, FileName file, Optional<String> text, Trial trial) {
        int number = now.last(file) + 1;
        long id = ids.next();
        versions.insert(
                tx,
                id,
                new Version(
                        file, number, Origin.FILE, text, "", Optional.empty(), AuditEntry.SERVICE, clock.instant()));
        audit.add(
                tx,
                AuditEntry.of(AuditEntry.SERVICE, text.isPresent() ? "lexicon-file-taken" : "lexicon-file-removed")
                        .on("lexicon", id)
                        .saying(file + " " + number + ", " + trial.summary()));
    }

    /** Tells what is wrong, once for each change, and what no longer is. */
    private void report(Map<FileName, String> wrong, Iterable<FileName> looked) {
        Map<FileName, String> all = new TreeMap<>(faults);
        looked.forEach(all::remove);
        all.putAll(wrong);
        database.useTransaction(tx -> {
            Map<FileName, String> known = versions.faults(tx);
            looked.forEach(file -> {
                if (known.containsKey(file) && !wrong.containsKey(file)) {
                    versions.noFault(tx, file);
                }
            });
            wrong.forEach((file, words) -> {
                LOG.error("The lexicon {} cannot be used as it is now, what was used before stays: {}", file, words);
                if (!words.equals(known.get(file))) {
                    versions.fault(tx, file, words, clock.instant());
                    audit.add(
                            tx,
                            AuditEntry.of(AuditEntry.SERVICE, "lexicon-refused").saying(file.toString()));
                }
            });
        });
        faults = Map.copyOf(all);
    }
}
