package org.dariro.safeguarding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RecentWordsTest {
    @Test
    void theTailOfALongTextBeginsWithAWord() {
        String tail = RecentWords.tail("word ".repeat(100));
        assertTrue(tail.startsWith("word word") && tail.length() <= 120, tail);
    }

    @Test
    void aShortTextIsItsOwnTail() {
        assertEquals("i want to", RecentWords.tail(" i want to "));
    }
}
