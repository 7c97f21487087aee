package org.dariro.bench.replay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dariro.bench.Figure;

/**
 * What a conversation cost, how late it was, and whether everybody got every post once.
 *
 * @param posts lines of the trace
 * @param copies posts times the other members, each of which must arrive once
 * @param naive segments of one message per post and recipient, {@code Nick: text} as typed
 * @param bound segments if all characters filled segments perfectly
 * @param segments segments of the texts that carried posts
 * @param systemSegments segments of the service's own answers
 * @param lost copies that did not arrive
 * @param duplicated copies that arrived once more
 * @param outOfOrder copies that came after a later post
 * @param misread texts in which something was no post, or not the posts that the service wrote down for it
 * @param delays from the line's time to the phone, in milliseconds, ascending
 * @param talkers the delays of those copies whose reader took part in the talk, ascending
 */
record GroupResult(
        String group,
        int posts,
        int copies,
        long naive,
        double bound,
        long segments,
        int texts,
        long systemSegments,
        int lost,
        int duplicated,
        int outOfOrder,
        int misread,
        @SuppressWarnings("ArrayRecordComponent") long[] delays,
        @SuppressWarnings("ArrayRecordComponent") long[] talkers) {

    /** A text, and the numbers of the posts in it. */
    record ReadMt(Mt mt, List<Integer> posts) {}

    /**
     * Reads what came on the phones of a group.
     *
     * @param read is filled with each text and the posts in it
     */
    static GroupResult of(Trace.Circle circle, List<Posted> posted, List<Mt> mts, List<ReadMt> read) {
        int members = circle.nicknames().size();
        long[] delays = new long[circle.lines().size() * (members - 1)];
        List<Long> talkers = new ArrayList<>();
        int arrived = 0;
        int duplicated = 0;
        int outOfOrder = 0;
        int misread = 0;
        for (int place = 0; place < members; place++) {
            int reader = place;
            MtReader phone = new MtReader(posted.stream()
                    .filter(post -> post.line().sender() != reader)
                    .toList());
            Set<Integer> got = new HashSet<>();
            long latest = 0;
            for (Mt mt : mts) {
                if (mt.to() != reader) {
                    continue;
                }
                Optional<List<Posted>> found = mt.ofPosts() ? phone.read(mt.text()) : Optional.of(List.of());
                if (found.isEmpty() || !agrees(mt, found.get())) {
                    misread++;
                }
                for (Posted post : found.orElse(List.of())) {
                    outOfOrder += post.seq() < latest ? 1 : 0;
                    latest = Math.max(latest, post.seq());
                    if (got.add(post.line().number())) {
                        delays[arrived++] = mt.millis() - post.line().millis();
                        if (Drafted.talks(circle, post.line().number(), reader)) {
                            talkers.add(mt.millis() - post.line().millis());
                        }
                    } else {
                        duplicated++;
                    }
                }
                read.add(new ReadMt(mt, numbers(mt, found.orElse(List.of()), posted)));
            }
        }
        long[] sorted = Arrays.copyOf(delays, arrived);
        Arrays.sort(sorted);
        return new GroupResult(
                circle.name(),
                circle.lines().size(),
                delays.length,
                Drafted.naive(circle),
                Drafted.bound(circle),
                mts.stream().filter(Mt::ofPosts).mapToLong(Mt::segments).sum(),
                (int) mts.stream().filter(Mt::ofPosts).count(),
                mts.stream().filter(mt -> !mt.ofPosts()).mapToLong(Mt::segments).sum(),
                delays.length - arrived,
                duplicated,
                outOfOrder,
                misread,
                sorted,
                talkers.stream().mapToLong(Long::longValue).sorted().toArray());
    }

    private static boolean agrees(Mt mt, List<Posted> found) {
        return found.isEmpty()
                || (found.get(0).seq() == mt.firstPost()
                        && found.get(found.size() - 1).seq() == mt.lastPost());
    }

    /** The first parts of a long post complete none; they are told by the service's record. */
    private static List<Integer> numbers(Mt mt, List<Posted> found, List<Posted> posted) {
        if (!found.isEmpty()) {
            return found.stream().map(post -> post.line().number()).toList();
        }
        return posted.stream()
                .filter(post -> mt.ofPosts() && post.seq() == mt.firstPost())
                .map(post -> post.line().number())
                .toList();
    }

    /** All groups together. */
    static GroupResult sum(List<GroupResult> groups) {
        return new GroupResult(
                "all",
                groups.stream().mapToInt(GroupResult::posts).sum(),
                groups.stream().mapToInt(GroupResult::copies).sum(),
                groups.stream().mapToLong(GroupResult::naive).sum(),
                groups.stream().mapToDouble(GroupResult::bound).sum(),
                groups.stream().mapToLong(GroupResult::segments).sum(),
                groups.stream().mapToInt(GroupResult::texts).sum(),
                groups.stream().mapToLong(GroupResult::systemSegments).sum(),
                groups.stream().mapToInt(GroupResult::lost).sum(),
                groups.stream().mapToInt(GroupResult::duplicated).sum(),
                groups.stream().mapToInt(GroupResult::outOfOrder).sum(),
                groups.stream().mapToInt(GroupResult::misread).sum(),
                groups.stream()
                        .flatMapToLong(group -> Arrays.stream(group.delays()))
                        .sorted()
                        .toArray(),
                groups.stream()
                        .flatMapToLong(group -> Arrays.stream(group.talkers()))
                        .sorted()
                        .toArray());
    }

    /** A quantile of the delays, in seconds. */
    double delaySeconds(double quantile) {
        return seconds(delays, quantile);
    }

    /** A quantile of the talkers' delays, in seconds. */
    double talkerSeconds(double quantile) {
        return seconds(talkers, quantile);
    }

    private static double seconds(long[] delays, double quantile) {
        return delays.length == 0
                ? Double.NaN
                : delays[Math.min(delays.length - 1, (int) (quantile * delays.length))] / 1_000.0;
    }

    /** By how many percent this is below naive fan-out. */
    double saving() {
        return 100 - 100.0 * segments / naive;
    }

    /** By how many percent nothing can be below naive fan-out. */
    double boundSaving() {
        return 100 - 100 * bound / naive;
    }

    /** The line of results. */
    Figure figure(String name, String policy) {
        return new Figure(name)
                .with("policy", policy)
                .with("group", group)
                .with("posts", posts)
                .with("copies", copies)
                .with("segments", segments)
                .with("naive", naive)
                .with("saving_pct", saving(), 2)
                .with("bound_segments", Math.round(bound))
                .with("bound_pct", boundSaving(), 2)
                .with("ratio_to_bound", segments / bound, 3)
                .with("points_to_bound", boundSaving() - saving(), 2)
                .with("median_delay_s", delaySeconds(0.5), 1)
                .with("p95_delay_s", delaySeconds(0.95), 1)
                .with("talker_copies", talkers.length)
                .with("talker_median_s", talkerSeconds(0.5), 1)
                .with("talker_p95_s", talkerSeconds(0.95), 1)
                .with("talker_max_s", talkerSeconds(1), 1)
                .with("lost", lost)
                .with("duplicated", duplicated)
                .with("out_of_order", outOfOrder)
                .with("misread", misread)
                .with("texts", texts)
                .with("system_segments", systemSegments);
    }

    /** Whether every copy arrived exactly once and in order. */
    boolean complete() {
        return lost == 0 && duplicated == 0 && outOfOrder == 0 && misread == 0;
    }
}
