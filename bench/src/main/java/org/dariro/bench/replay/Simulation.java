package org.dariro.bench.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dariro.delivery.Pacing;
import org.dariro.delivery.Packed;
import org.dariro.delivery.Packing;
import org.dariro.delivery.PackingLimits;
import org.dariro.delivery.Unread;
import org.dariro.delivery.pace.LatePrice;
import org.dariro.delivery.pace.Patience;
import org.dariro.delivery.pace.Talk;
import org.dariro.delivery.pace.Verdict;
import org.dariro.group.ReadingMode;
import org.jspecify.annotations.Nullable;

/**
 * One group of a trace under one policy, without the service: the same packing and the same decisions, on lists instead of
 * tables. It takes a hundredth of the time of a replay, and is held against one in a test.
 */
final class Simulation {
    private static final int WHOLE = 10;

    private final Trace.Circle circle;
    private final Policy policy;
    private final Patience patience;
    private final List<Unread> posts;
    private final List<Talk.Spoken> spoken = new ArrayList<>();
    private final List<List<Integer>> unread = new ArrayList<>();
    private final List<Long> talkers = new ArrayList<>();
    private final long[] delays;
    private double price = LatePrice.FIRST;
    private @Nullable Instant next;
    private int arrived;
    private long segments;
    private int texts;

    Simulation(Trace.Circle circle, Policy policy, Patience patience) {
        this.circle = circle;
        this.policy = policy;
        this.patience = patience;
        posts = Drafted.posts(circle);
        circle.nicknames().forEach(nickname -> unread.add(new ArrayList<>()));
        delays = new long[posts.size() * (unread.size() - 1)];
    }

    Simulation(Trace.Circle circle, Policy policy) {
        this(circle, policy, Patience.of(policy.window()));
    }

    GroupResult run() {
        for (int i = 0; i < posts.size(); i++) {
            Trace.Line line = circle.lines().get(i);
            Instant at = at(i);
            tick(at);
            int post = i;
            spoken.add(new Talk.Spoken(at, line.sender(), Pacing.units(posts.get(i), false)));
            for (int reader = 0; reader < unread.size(); reader++) {
                if (reader != line.sender()) {
                    unread.get(reader).add(post);
                }
            }
            decide(at);
        }
        tick(Instant.MAX);
        Arrays.sort(delays);
        return new GroupResult(
                circle.name(),
                posts.size(),
                delays.length,
                Drafted.naive(circle),
                Drafted.bound(circle),
                segments,
                texts,
                0,
                delays.length - arrived,
                0,
                0,
                0,
                delays,
                talkers.stream().mapToLong(Long::longValue).sorted().toArray());
    }

    private Instant at(int post) {
        return Instant.ofEpochMilli(circle.lines().get(post).millis());
    }

    private void tick(Instant until) {
        for (Instant due = next; due != null && due.isBefore(until); due = next) {
            next = null;
            decide(due);
        }
    }

    /** As the service does it: whenever something happens in a group, all its readers are looked at. */
    private void decide(Instant now) {
        List<Talk.Spoken> recent = spoken.subList(Math.max(0, spoken.size() - Talk.MEMORY), spoken.size());
        Pacing pacing = new Pacing(now, new Talk(recent), patience, price);
        for (int reader = 0; reader < unread.size(); reader++) {
            List<Integer> mine = unread.get(reader);
            if (!mine.isEmpty()) {
                Verdict verdict = verdict(now, pacing, reader, mine);
                mine.subList(0, verdict.posts()).forEach(i -> pacing.sent(at(i)));
                send(reader, mine.subList(0, verdict.posts()), now);
                verdict.again().ifPresent(this::wakeAt);
            }
        }
        price = pacing.priceAfter();
    }

    private Verdict verdict(Instant now, Pacing pacing, int reader, List<Integer> mine) {
        if (policy.mode() == ReadingMode.ADAPTIVE) {
            return pacing.decide(reader, awaited(reader, mine), Optional.empty(), limits());
        }
        Instant due =
                policy.mode() == ReadingMode.AT_ONCE ? now : at(mine.get(0)).plus(policy.window());
        return due.isAfter(now) ? new Verdict(0, Optional.of(due)) : new Verdict(mine.size(), Optional.empty());
    }

    private List<Pacing.Awaited> awaited(int reader, List<Integer> mine) {
        String name = circle.nicknames().get(reader);
        return mine.stream()
                .map(i -> new Pacing.Awaited(
                        posts.get(i),
                        at(i),
                        circle.lines().get(i).sender(),
                        Pacing.names(posts.get(i).text(), name)))
                .toList();
    }

    private PackingLimits limits() {
        return new PackingLimits(
                policy.mode() == ReadingMode.ADAPTIVE ? patience.segments() : PackingLimits.JOINED, WHOLE);
    }

    private void wakeAt(Instant at) {
        if (next == null || at.isBefore(next)) {
            next = at;
        }
    }

    private void send(int reader, List<Integer> out, Instant now) {
        if (out.isEmpty()) {
            return;
        }
        for (Packed packed : Packing.pack(out.stream().map(posts::get).toList(), Optional.empty(), limits())) {
            segments += packed.segments().count();
            texts++;
        }
        for (int i : out) {
            long delay = now.toEpochMilli() - circle.lines().get(i).millis();
            delays[arrived++] = delay;
            if (Drafted.talks(circle, i + 1, reader)) {
                talkers.add(delay);
            }
        }
        out.clear();
    }
}
