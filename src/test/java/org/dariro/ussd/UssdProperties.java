package org.dariro.ussd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.dariro.group.Standing;
import org.dariro.spend.Encoding;
import org.dariro.spend.Segments;

/** Whatever is typed, dropped and repeated: every hop is answered, fits, acts once, and reading only goes forward. */
class UssdProperties {
    private static final Set<String> TAKEN = Set.of(
            "Thank you. Your words go to HOPE.\n0 Back",
            "Thank you. Your words go to HOPE. To keep you safe we hid the contact details.\n0 Back",
            "Thank you. A mentor reads your words before they go on.\n0 Back",
            "Thank you. Only the mentor gets your words.\n0 Back");
    private static Phones phones;
    private static int tries;

    @BeforeContainer
    static void start() {
        phones = new Phones("ussd-properties");
    }

    @AfterContainer
    static void stop() {
        phones.close();
    }

    @Property(tries = 60)
    void anyInputIsAnsweredAndActsOnce(@ForAll("actions") List<String> actions) {
        String number = "+2637720" + (10_000 + tries++);
        phones.member("HOPE", number, "N" + name(tries));
        phones.text(Phones.THANDI, "One more text, number " + tries + ", " + "long ".repeat(tries % 50));
        Phones.Dialled session = phones.session(number);
        Set<String> hops = new HashSet<>();
        for (String action : actions) {
            long words = phones.words();
            long cursor = phones.cursor(number);
            boolean fresh = true;
            switch (action) {
                case "(again)" -> {
                    session.repeat();
                    fresh = false;
                }
                case "(drop)" -> {
                    session = phones.session(number);
                    hops.clear();
                    fresh = false;
                }
                case "(late)" -> {
                    String now = session.text();
                    session.send(now.substring(0, Math.max(0, now.lastIndexOf('*'))));
                    session.send(now);
                    fresh = false;
                }
                case "(wait)" -> {
                    phones.pass(Duration.ofMinutes(2));
                    fresh = false;
                }
                default -> {
                    session.type(action);
                    fresh = hops.add(session.text());
                }
            }
            String shown = session.shown().substring(4);
            Segments size = Segments.of(shown);
            assertEquals(Encoding.GSM_7, size.encoding(), shown);
            assertTrue(size.units() <= 160, shown);
            assertTrue(phones.cursor(number) >= cursor);
            assertTrue(phones.words() - words <= (fresh ? 1 : 0), action);
            if (fresh && TAKEN.contains(shown)) {
                assertEquals(words + 1, phones.words(), shown);
            }
            if (!session.more() || phones.place(number).standing() != Standing.ACTIVE) {
                session = phones.session(number);
                hops.clear();
            }
        }
    }

    private static String name(int number) {
        StringBuilder name = new StringBuilder();
        for (int left = number; left > 0; left /= 26) {
            name.append((char) ('a' + left % 26));
        }
        return name.toString();
    }

    @Provide
    Arbitrary<List<String>> actions() {
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(10, Arbitraries.of("0", "1", "2", "3", "4", "5", "6", "7")),
                        net.jqwik.api.Tuple.of(4, Arbitraries.of("(again)", "(drop)", "(late)", "(wait)")),
                        net.jqwik.api.Tuple.of(
                                3,
                                Arbitraries.of(
                                        "hello", "*", "**", "", "a*b*", "call 0771234567", "#", "ŵ👋", "MENTOR hi")),
                        net.jqwik.api.Tuple.of(1, Arbitraries.strings().ofMaxLength(200)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(25);
    }
}
