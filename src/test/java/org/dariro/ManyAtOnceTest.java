package org.dariro;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.dariro.gateway.Line;
import org.dariro.gateways.api.InboundSms;
import org.dariro.gateways.api.Msisdn;
import org.dariro.gateways.simulator.SimulatorGateway;
import org.dariro.group.Group;
import org.dariro.group.ReadingMode;
import org.dariro.group.Role;
import org.dariro.group.Standing;
import org.dariro.member.Member;
import org.dariro.member.Nickname;
import org.dariro.platform.Settings;
import org.dariro.platform.Transaction;
import org.dariro.platform.Vault;
import org.dariro.platform.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service as it runs: several threads at the front door, the loops and lanes beside them, H2 on disk. */
class ManyAtOnceTest {
    private static final int GROUPS = 4;
    private static final int MEMBERS = 5;
    private static final int TEXTS = 10;
    private static final String LINE = "+263770000000";

    @TempDir
    java.nio.file.Path home;

    @Test
    void everyCopyArrivesOnceAndInOrder() throws Exception {
        Map<String, List<String>> phones = new ConcurrentHashMap<>();
        CountDownLatch copies = new CountDownLatch(GROUPS * MEMBERS * TEXTS * (MEMBERS - 1));
        try (Dariro dariro = new Dariro(
                        Settings.of(Map.of("DARIRO_HOME", home.toString(), "DARIRO_ACCOUNT_SIM_KEEP", "1")),
                        Vault.inMemory(),
                        InstantSource.system(),
                        Work.threaded(Thread::new))
                .start()) {
            dariro.database.useTransaction(tx -> circles(dariro, tx));
            ((SimulatorGateway) dariro.accounts.get("sim").gateway()).listener(got -> {
                List<String> lines = phones.computeIfAbsent(
                        got.to().e164(), number -> Collections.synchronizedList(new ArrayList<>()));
                for (String line : got.text().split("\n")) {
                    lines.add(line);
                    copies.countDown();
                }
            });
            write(dariro, ManyAtOnceTest::calm);
            assertTrue(copies.await(60, TimeUnit.SECONDS), () -> copies.getCount() + " copies are missing");
        }
        phones.forEach((number, lines) -> {
            assertEquals(TEXTS * (MEMBERS - 1), lines.size());
            assertEquals(lines.size(), lines.stream().distinct().count());
        });
        for (int group = 0; group < GROUPS; group++) {
            inOneOrder(phones, group);
        }
    }

    @Test
    void eachTextIsRuledOnByItsOwnWords() throws Exception {
        try (Dariro dariro = new Dariro(
                        Settings.of(Map.of("DARIRO_HOME", home.toString())),
                        Vault.inMemory(),
                        InstantSource.system(),
                        Work.threaded(Thread::new))
                .start()) {
            dariro.database.useTransaction(tx -> circles(dariro, tx));
            write(dariro, name -> isGrave(name) ? "I am going to kill myself tonight, " + name : calm(name));
            List<String> held = dariro.database.inTransaction(tx -> dariro.safeguard.waiting(tx)).stream()
                    .map(waiting -> waiting.post().post().text())
                    .toList();
            assertEquals(GROUPS * MEMBERS * TEXTS / 5, held.size());
            held.forEach(text -> assertTrue(isGrave(text.substring(text.indexOf(',') + 2)), text));
        }
    }

    private static String calm(String name) {
        return "he is angry with me " + name; // in doubt: its sentences are read
    }

    /** One in five. */
    private static boolean isGrave(String name) {
        return name.startsWith("3") || name.startsWith("7");
    }

    /** Any two readers of a group got the posts of third persons in the same order. */
    private static void inOneOrder(Map<String, List<String>> phones, int group) {
        List<String> first = phones.get(number(group, 0));
        List<String> second = phones.get(number(group, 1));
        List<String> common = new ArrayList<>(first);
        common.retainAll(second);
        List<String> commonToo = new ArrayList<>(second);
        commonToo.retainAll(first);
        assertEquals(common, commonToo);
    }

    private static void circles(Dariro dariro, Transaction tx) {
        Line line = dariro.lines.add(tx, "sim", LINE, "");
        for (int g = 0; g < GROUPS; g++) {
            Group group = dariro.groups.create(
                    tx,
                    new Group(
                            0,
                            "G" + g,
                            "G" + g,
                            line.id(),
                            "en",
                            "ZW",
                            ReadingMode.AT_ONCE,
                            Duration.ofMinutes(5),
                            "",
                            false,
                            false));
            for (int m = 0; m < MEMBERS; m++) {
                Member member = dariro.members.findOrRegister(tx, Msisdn.of(number(g, m)), "en");
                String name = "Nick" + (char) ('a' + m);
                dariro.memberships.add(
                        tx,
                        group,
                        Optional.of(member.id()),
                        line.id(),
                        Role.MEMBER,
                        Standing.ACTIVE,
                        new Nickname(name, name.toLowerCase(java.util.Locale.ROOT)),
                        0);
            }
        }
    }

    private static String number(int group, int member) {
        return String.format("+263771%02d%04d", group, member);
    }

    private static void write(Dariro dariro, UnaryOperator<String> words) throws Exception {
        ExecutorService carriers = Executors.newFixedThreadPool(12);
        List<Future<?>> calls = new ArrayList<>();
        for (int t = 0; t < TEXTS; t++) {
            for (int g = 0; g < GROUPS; g++) {
                for (int m = 0; m < MEMBERS; m++) {
                    String from = number(g, m);
                    String text = words.apply(t + " of the " + m + "th in group " + g);
                    String id = g + "-" + m + "-" + t;
                    InboundSms sms = new InboundSms("sim", id, from, LINE, text);
                    calls.add(carriers.submit(() -> dariro.camel.send("direct:inlet-sms", sms)));
                    calls.add(carriers.submit(() -> dariro.camel.send("direct:inlet-sms", sms))); // a repeat
                }
            }
        }
        for (Future<?> call : calls) {
            call.get(60, TimeUnit.SECONDS);
        }
        carriers.shutdown();
    }
}
