package org.dariro.console.api;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dariro.group.Group;
import org.dariro.group.GroupLog;
import org.dariro.group.LoggedPost;
import org.dariro.group.Membership;
import org.dariro.group.Memberships;
import org.dariro.group.Role;
import org.dariro.group.Standing;
import org.dariro.platform.AuditEntry;
import org.dariro.platform.AuditLog;
import org.dariro.platform.Cleaning;
import org.dariro.platform.Component;
import org.dariro.platform.Folding;
import org.dariro.platform.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * Finds posts and people in some groups. Texts lie encrypted in the database, so that nothing can look for words in them
 * there: a search opens the latest posts of each group, so many that the answer is quick, and says how many it looked at.
 */
@Component
public class SearchDesk {
    /** So many posts are opened for one answer, over all groups. */
    private static final int WINDOW = 1_500;

    private static final int MOST_OF_A_GROUP = 500;
    private static final int LONGEST = 60;
    private static final int LEAST = 2;
    private static final int MOST = 50;
    private final Memberships memberships;
    private final GroupLog log;
    private final AuditLog audit;

    @Inject
    public SearchDesk(Memberships memberships, GroupLog log, AuditLog audit) {
        this.memberships = memberships;
        this.log = log;
        this.audit = audit;
    }

    /** A post with the words in it. */
    public record Found(long group, String name, long seq, String nickname, String text, Instant at) {
        private static final int AFTER = 20;

        /** Before which post a page of the conversation ends that shows this one and some after it. */
        public long before() {
            return seq + AFTER;
        }
    }

    /** Somebody whose nickname has the words in it. */
    public record Person(long place, long group, String name, String nickname, boolean mentor) {}

    /**
     * What was found.
     *
     * @param words as they were looked for
     * @param asked whether there were enough of them to look for
     * @param found the latest posts first, so many at most
     * @param count how many there were
     * @param each how many posts of each group were looked at
     * @param next what to give as {@code back} to look further back; 0 when there is no more
     */
    public record Answer(
            String words, boolean asked, List<Found> found, int count, List<Person> people, int each, int next) {}

    /** What is looked for, on one line and not too long. */
    public static String words(@Nullable String given) {
        String clean = given == null ? "" : Cleaning.clean(given).replaceAll("\\s+", " ");
        return clean.substring(0, Math.min(LONGEST, clean.length()));
    }

    /** How far back; what is no number counts as the latest. */
    public static int back(@Nullable String given) {
        return given != null && given.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(given) : 0;
    }

    /** Looks through some groups; that somebody did is on record. */
    public Answer of(Transaction tx, List<Group> own, String words, int back, String by) {
        String key = folded(words).strip();
        List<Found> found = new ArrayList<>();
        List<Person> people = new ArrayList<>();
        int each = own.isEmpty() ? 0 : Math.min(MOST_OF_A_GROUP, WINDOW / own.size());
        boolean more = false;
        boolean asked = key.length() >= LEAST;
        if (asked) {
            for (Group group : own) {
                long end = log.lastSeq(tx, group.id()) - (long) back * each;
                more |= end > each;
                people.addAll(back > 0 ? List.of() : people(tx, group, key));
                if (end > 0) {
                    found.addAll(posts(tx, group, Math.max(0, end - each), end, key));
                }
            }
            found.sort(Comparator.comparing(Found::at).reversed());
            audit.add(tx, AuditEntry.of(by, "searched").saying(own.size() + " groups, " + found.size() + " posts"));
        }
        return new Answer(
                words, asked, found.stream().limit(MOST).toList(), found.size(), people, each, more ? back + 1 : 0);
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
                post.nickname(),
                post.post().text(),
                post.post().writtenAt());
    }
}
