package org.dariro.bench.console;

import java.util.List;
import java.util.Random;

/** Makes posts as people write them, between 10 and 160 characters, and none that screening would hold. */
final class Talk {
    private static final List<String> OPENINGS = List.of(
            "Good morning all",
            "Thank you for asking",
            "I was at the clinic today",
            "Same here",
            "My sister came to visit",
            "We had rain this week",
            "I slept better last night",
            "The new pills make me tired in the morning",
            "Has anybody been to the market lately",
            "I walked to the river and back",
            "School opens on Monday",
            "My little one is walking now");
    private static final List<String> REST = List.of(
            "how is everybody",
            "it helps to read you all",
            "the queue was long but the nurse was kind",
            "I will try what you said about the mornings",
            "let us keep each other company",
            "I cooked for the whole house",
            "see you at the meeting on Thursday",
            "we planted beans behind the house",
            "my phone was off for two days, sorry",
            "I keep the card with the dates on the wall",
            "who else takes them at night",
            "that made me laugh");
    private final Random random;

    Talk(Random random) {
        this.random = random;
    }

    private static String one(List<String> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    String next() {
        StringBuilder text = new StringBuilder(one(OPENINGS, random));
        for (int more = random.nextInt(3); more > 0; more--) {
            text.append(more % 2 == 0 ? ", " : ". ").append(one(REST, random));
        }
        return text.toString();
    }
}
