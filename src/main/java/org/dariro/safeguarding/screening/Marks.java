package org.dariro.safeguarding.screening;

import java.util.Arrays;

/** Which of some numbers are marked. All marks are taken away at once, at no cost, so that it can be used again and again. */
final class Marks {
    private final int[] rounds;
    private int round = 1;

    /** For numbers from 0 to less than {@code size}, none of them marked. */
    Marks(int size) {
        rounds = new int[size];
    }

    void clear() {
        if (++round == Integer.MAX_VALUE) {
            Arrays.fill(rounds, 0);
            round = 1;
        }
    }

    void add(int number) {
        rounds[number] = round;
    }

    boolean has(int number) {
        return rounds[number] == round;
    }
}
