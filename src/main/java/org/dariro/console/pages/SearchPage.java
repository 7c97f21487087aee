package org.dariro.console.pages;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.CLINICAL_LEAD;
import static org.dariro.console.StaffRole.COORDINATOR;
import static org.dariro.console.StaffRole.MENTOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dariro.group.Group;
import org.dariro.group.GroupLog;
import org.dariro.group.Groups;
import org.dariro.group.LoggedPost;
import org.dariro.group.Membership;
import org.dariro.group.Memberships;
import org.dariro.group.Role;
import org.dariro.group.Standing;
import org.dariro.platform.AuditEntry;
import org.dariro.platform.AuditLog;
import org.dariro.platform.Cleaning;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Folding;
import org.dariro.platform.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * Finds posts and people in a user's own groups. Texts lie encrypted in the database, so that nothing can look for words in
 * them there: a search opens the latest posts of each group, so many that the answer is quick, and says how many it looked at.
 */
@Component
@Path("search")
public class SearchPage {
    /** So many posts are opened for one answer, over all groups. */
    private static final int WINDOW = 1_500;

    private static final int MOST_OF_A_GROUP = 500;
    private static final int LONGEST = 60;
    private static final int MOST = 50;
    private final Database database;
    private final Groups groups;
    private final Memberships memberships;
    private final GroupLog log;
    private final AuditLog audit;

    @Inject
    public SearchPage(Database database, Groups groups, Memberships memberships, GroupLog log, AuditLog audit) {
        this.database = database;
        this.groups = groups;
        this.memberships = memberships;
        this.log = log;
        this.audit = audit;
    }

    /** A post with the words in it. */
    public record Found(long group, String name, long seq, long before, String nickname, String text, Instant at) {}

    /** Somebody whose nickname has the words in it. */
    public record Person(long place, long group, String name, String nickname, boolean mentor) {}

    /** The page; with what was found, the latest first. */
    @GET
    @For({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    public Page show(
            @Context SecurityContext caller,
            @QueryParam("q") @Nullable String asked,
            @QueryParam("back") @Nullable String further) {
        Visit visit = Visit.of(caller);
        String clean = asked == null ? "" : Cleaning.clean(asked).replaceAll("\\s+", " ");
        String words = clean.substring(0, Math.min(LONGEST, clean.length()));
        int back = further != null && further.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(further) : 0;
        return database.inTransaction(tx -> page(tx, visit, words, back));
    }

    private Page page(Transaction tx, Visit visit, String words, int back) {
        List<Group> own =
                groups.all(tx).stream().filter(group -> visit.sees(group.id())).toList();
        String key = folded(words).strip();
        List<Found> found = new ArrayList<>();
        List<Person> people = new ArrayList<>();
        int each = own.isEmpty() ? 0 : Math.min(MOST_OF_A_GROUP, WINDOW / own.size());
        boolean more = false;
        if (key.length() >= 2) {
            for (Group group : own) {
                long end = log.lastSeq(tx, group.id()) - (long) back * each;
                more |= end > each;
                people.addAll(back > 0 ? List.of() : people(tx, group, key));
                if (end > 0) {
                    found.addAll(posts(tx, group, Math.max(0, end - each), end, key));
                }
            }
            found.sort(Comparator.comparing(Found::at).reversed());
            audit.add(
                    tx,
                    AuditEntry.of(visit.actor(), "searched")
                            .saying(own.size() + " groups, " + found.size() + " posts"));
        }
        return visit.page("search")
                .with("words", words)
                .with("query", URLEncoder.encode(words, StandardCharsets.UTF_8))
                .with("tooShort", !words.isEmpty() && key.length() < 2)
                .with("asked", key.length() >= 2)
                .with("found", found.stream().limit(MOST).toList())
                .with("count", found.size())
                .with("people", people)
                .with("each", each)
                .with("from", back * each)
                .with("next", more ? back + 1 : 0);
    }

    /** Blind to case, accents and signs; words stay apart. */
    private static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        text.codePoints().map(Folding::fold).filter(c -> c != Folding.NOTHING).forEach(c -> {
            boolean twice =
                    c == Folding.BREAK && folded.length() > 0 && folded.charAt(folded.length() - 1) == Folding.BREAK;
            if (!twice) {
                folded.append((char) c);
            }
        });
        return folded.toString();
    }

    private List<Person> people(Transaction tx, Group group, String key) {
        return memberships.in(tx, group.id()).stream()
                .filter(place -> place.standing() != Standing.INVITED
                        && folded(place.name()).contains(key))
                .map(place -> person(group, place))
                .toList();
    }

    private static Person person(Group group, Membership place) {
        return new Person(place.id(), group.id(), group.name(), place.name(), place.role() == Role.MENTOR);
    }

    private List<Found> posts(Transaction tx, Group group, long after, long end, String key) {
        return log.after(tx, group.id(), after, (int) (end - after)).stream()
                .filter(post -> folded(post.post().text()).contains(key))
                .map(post -> found(group, post))
                .toList();
    }

    private static Found found(Group group, LoggedPost post) {
        return new Found(
                group.id(),
                group.name(),
                post.post().seq(),
                post.post().seq() + 20,
                post.nickname(),
                post.post().text(),
                post.post().writtenAt());
    }
}
