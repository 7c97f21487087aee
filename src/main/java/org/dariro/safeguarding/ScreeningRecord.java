package org.dariro.safeguarding;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dariro.platform.AuditEntry;
import org.dariro.platform.AuditLog;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;

/**
 * Puts every screening decision on record, without a word of what was screened. A text in which something was found gets a row
 * of its own; texts of one transaction in which nothing was found share rows that list their ids, so that an ordinary text
 * costs the front door next to nothing.
 */
@Component
public class ScreeningRecord {
    /** So many ids of texts fit into one row with room to spare. */
    private static final int IN_ONE_ROW = 150;

    private final AuditLog audit;

    @Inject
    public ScreeningRecord(AuditLog audit) {
        this.audit = audit;
    }

    /**
     * A text that was screened.
     *
     * @param id of the stored text
     */
    public record Screened(long id, long member, Ruling ruling) {}

    /** Records the texts of one transaction. */
    public void texts(Transaction tx, List<Screened> texts) {
        Map<String, List<String>> clear = new LinkedHashMap<>(); // by the lexicons, which may change between two texts
        for (Screened one : texts) {
            if (isClear(one.ruling())) {
                clear.computeIfAbsent(lexicons(one.ruling()), by -> new ArrayList<>())
                        .add(Long.toString(one.id()));
            } else {
                audit.add(tx, found(one.ruling()).on("text", one.id()).on("member", one.member()));
            }
        }
        clear.forEach((by, ids) -> {
            for (int from = 0; from < ids.size(); from += IN_ONE_ROW) {
                List<String> some = ids.subList(from, Math.min(ids.size(), from + IN_ONE_ROW));
                audit.add(tx, nothing().saying("nothing found" + by + " in texts " + String.join(" ", some)));
            }
        });
    }

    /**
     * Records one thing that was screened.
     *
     * @param kind what {@code id} is of: {@code place} for words of somebody in a group
     */
    public void one(Transaction tx, String kind, long id, Ruling ruling) {
        AuditEntry entry = isClear(ruling) ? nothing().saying("nothing found" + lexicons(ruling)) : found(ruling);
        audit.add(tx, entry.on(kind, id));
    }

    /** The version of the lexicons it was screened with, as the trail has it. */
    private static String lexicons(Ruling ruling) {
        String version = ruling.assessment().version();
        return version.isEmpty() ? "" : " by lexicons " + version;
    }

    private static boolean isClear(Ruling ruling) {
        return !ruling.failed()
                && !ruling.masked()
                && ruling.assessment().severity().isEmpty();
    }

    private static AuditEntry nothing() {
        return AuditEntry.of(AuditEntry.SERVICE, "screened-clear");
    }

    private static AuditEntry found(Ruling ruling) {
        List<String> words = new ArrayList<>();
        if (ruling.failed()) {
            words.add("screening failed");
        } else if (ruling.assessment().severity().isPresent()) {
            words.add(ruling.severity().name().toLowerCase(Locale.ROOT) + " " + ruling.category());
        }
        if (ruling.hold()) {
            words.add("to be held");
        }
        if (ruling.alert()) {
            words.add("alert");
        }
        if (ruling.crisisCard()) {
            words.add("crisis card");
        }
        if (ruling.masked()) {
            words.add("masked");
        }
        return AuditEntry.of(AuditEntry.SERVICE, "screened").saying(String.join(", ", words) + lexicons(ruling));
    }
}
