package org.dariro.group;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dariro.platform.Component;
import org.dariro.platform.DataKey;
import org.dariro.platform.Ids;
import org.dariro.platform.Transaction;
import org.dariro.webhook.Event;
import org.dariro.webhook.Webhooks;
import org.jspecify.annotations.Nullable;

/**
 * The group as a log: a released post gets the next number, and everybody reads behind their own cursor. The group's row
 * is locked from the first number a transaction takes to its commit, so that numbers have no gaps and posts no races.
 */
@Component
public class GroupLog {
    private final GroupDao groups;
    private final PostDao posts;
    private final MembershipDao memberships;
    private final DueGroups due;
    private final Webhooks webhooks;
    private final Ids ids;
    private final InstantSource clock;

    @Inject
    public GroupLog(
            GroupDao groups,
            PostDao posts,
            MembershipDao memberships,
            DueGroups due,
            Webhooks webhooks,
            Ids ids,
            InstantSource clock) {
        this.groups = groups;
        this.posts = posts;
        this.memberships = memberships;
        this.due = due;
        this.webhooks = webhooks;
        this.ids = ids;
        this.clock = clock;
    }

    /** The last number of each group that this transaction has locked. */
    private static Map<Long, Long> locked(Transaction tx) {
        return tx.local(GroupLog.class, HashMap::new);
    }

    /** Locks the groups that this transaction will write to, all at once. */
    public void lock(Transaction tx, Collection<Long> groupIds) {
        List<Long> missing = groupIds.stream()
                .filter(id -> !locked(tx).containsKey(id))
                .distinct()
                .toList();
        if (!missing.isEmpty()) {
            locked(tx).putAll(groups.lock(tx, missing));
        }
    }

    /**
     * Writes a post and releases it: it gets its number, and the group is due.
     *
     * @param original what was typed, if {@code text} is a masked form of it
     */
    public Post append(Transaction tx, Membership author, DataKey key, String text, @Nullable String original) {
        Instant now = clock.instant();
        long seq = nextSeq(tx, author.groupId());
        Post post = new Post(ids.next(), author.groupId(), seq, author.id(), text, Post.State.RELEASED, now);
        posts.insert(tx, post, key, original, now);
        released(tx, post, seq, now);
        return post;
    }

    /** Writes a post that nobody reads until it is released. */
    public Post hold(Transaction tx, Membership author, DataKey key, String text, @Nullable String original) {
        Post post = new Post(ids.next(), author.groupId(), 0, author.id(), text, Post.State.HELD, clock.instant());
        posts.insert(tx, post, key, original, null);
        return post;
    }

    /** Releases a held post. */
    public void release(Transaction tx, Post held) {
        long seq = nextSeq(tx, held.groupId());
        Instant now = clock.instant();
        posts.release(tx, held.id(), seq, now);
        released(tx, held, seq, now);
    }

    private void released(Transaction tx, Post post, long seq, Instant now) {
        webhooks.tell(
                tx,
                Event.of(Event.Type.POST_RELEASED, now)
                        .with("post", post.id())
                        .with("group", post.groupId())
                        .with("seq", seq));
    }

    /** Rejects a held post: nobody will read it. */
    public void reject(Transaction tx, Post held) {
        posts.reject(tx, held.id());
    }

    private long nextSeq(Transaction tx, long group) {
        lock(tx, List.of(group));
        long seq = locked(tx).merge(group, 1L, Long::sum);
        groups.setLastSeq(tx, group, seq);
        tx.afterCommit(() -> due.wake(group));
        return seq;
    }

    /** The number of the last released post; 0 in a new group. */
    public long lastSeq(Transaction tx, long group) {
        Long known = locked(tx).get(group);
        return known == null ? groups.lastSeq(tx, group) : known;
    }

    /** A post, released or not. */
    public Optional<LoggedPost> find(Transaction tx, long postId) {
        return posts.byId(tx, postId);
    }

    /** Posts by id, released or not. */
    public Map<Long, LoggedPost> find(Transaction tx, Collection<Long> postIds) {
        Map<Long, LoggedPost> found = new HashMap<>();
        if (!postIds.isEmpty()) {
            posts.byIds(tx, postIds).forEach(post -> found.put(post.post().id(), post));
        }
        return found;
    }

    /** Released posts of a group after a number, the oldest first. */
    public List<LoggedPost> after(Transaction tx, long group, long seq, int most) {
        return posts.after(tx, group, seq, most);
    }

    /**
     * Which posts are masked, of those from a number to another (both included) and those that are held: their readers do not
     * see all that was typed.
     */
    public Set<Long> masked(Transaction tx, long group, long from, long to) {
        return posts.masked(tx, group, from, to);
    }

    /** The active places of some groups, their cursors locked until the end of the transaction. */
    public List<Membership> lockReaders(Transaction tx, Collection<Long> groupIds) {
        return memberships.lockActive(tx, groupIds);
    }

    /**
     * One reader's place with the cursor as it is now, locked until the end of the transaction: what is read here the
     * packer will not send.
     */
    public Membership lockReader(Transaction tx, long membershipId) {
        return memberships
                .lock(tx, membershipId)
                .orElseThrow(() -> new IllegalStateException("There is no membership " + membershipId));
    }

    /** Released posts that others wrote, from a number on, the oldest first. */
    public List<LoggedPost> unread(Transaction tx, Membership reader, long from, int most) {
        return posts.byOthers(tx, reader, from, most);
    }

    /** How many posts a reader has not got. */
    public long unreadCount(Transaction tx, long membershipId) {
        return posts.countUnread(tx, membershipId);
    }

    /** The released posts of some groups, each behind a cursor. */
    public List<LoggedPost> behind(Transaction tx, Map<Long, Long> cursors) {
        return cursors.isEmpty() ? List.of() : posts.behind(tx, cursors);
    }

    /** Who wrote when in some groups, the oldest first: of each group the latest {@code most} released posts. */
    public List<Said> recent(Transaction tx, Collection<Long> groupIds, int most) {
        return groupIds.isEmpty() ? List.of() : posts.recent(tx, groupIds, most);
    }

    /** What was written in a place from a time until before another, the oldest first, without the words. */
    public List<Worded> worded(Transaction tx, long membershipId, Instant from, Instant to) {
        return posts.worded(tx, membershipId, from, to);
    }

    /** Moves the cursors of some readers; a cursor never moves back. */
    public void readTo(Transaction tx, Collection<Long> membershipIds, long seq) {
        memberships.advance(tx, membershipIds, seq);
    }

    /** The same for somebody who has read by dialling, which is kept for reports. */
    public void dialled(Transaction tx, Membership reader, long seq) {
        memberships.advance(tx, List.of(reader.id()), seq);
        memberships.dialled(tx, ids.next(), reader, seq, clock.instant());
    }

    /** The group has something to be packed later. */
    public void wakeAt(long group, Instant at) {
        due.wakeAt(group, at);
    }
}
