package org.dariro.gateways.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SegmentsTest {

    @Test
    void plainTextFills160ThenParts() {
        assertEquals(1, Segments.of(""));
        assertEquals(1, Segments.of("a".repeat(160)));
        assertEquals(2, Segments.of("a".repeat(161)));
        assertEquals(2, Segments.of("a".repeat(306)));
        assertEquals(3, Segments.of("a".repeat(307)));
    }

    @Test
    void extendedCharactersCostTwoAndAreNotParted() {
        assertEquals(1, Segments.of("€".repeat(80)));
        assertEquals(2, Segments.of("€".repeat(81)));
        assertEquals(3, Segments.of("€".repeat(153)));
    }

    @Test
    void oneOtherCharacterMakesItUcs2() {
        assertEquals(1, Segments.of("ŋ".repeat(70)));
        assertEquals(2, Segments.of("ŋ".repeat(71)));
        assertEquals(2, Segments.of("a".repeat(133) + "ŋ"));
        assertEquals(1, Segments.of("🎉".repeat(35)));
        assertEquals(2, Segments.of("🎉".repeat(66)));
        assertEquals(3, Segments.of("🎉".repeat(67)));
    }
}
