package org.dariro.spend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class DayBlockProperties {
    private static final LocalDate ORIGIN = LocalDate.EPOCH;

    @Property
    void blocksMakeUpWhatIsAskedForDayByDay(
            @ForAll @IntRange(max = 40_000) int from, @ForAll @IntRange(max = 1_200) int days) {
        LocalDate first = ORIGIN.plusDays(from);
        List<DayBlock> blocks = DayBlock.of(first, first.plusDays(days));
        LocalDate at = first;
        for (DayBlock block : blocks) {
            assertEquals(at, block.first());
            assertEquals(0, at.toEpochDay() % block.days());
            at = block.end();
        }
        assertEquals(first.plusDays(days), at);
        assertTrue(blocks.size() <= days / DayBlock.LARGEST + 12, () -> blocks.size() + " blocks");
    }

    @Property
    void theBlocksAroundADayAreThoseThatArePutTogetherOfIt(
            @ForAll @IntRange(max = 40_000) int day, @ForAll @IntRange(max = 130) int later) {
        LocalDate one = ORIGIN.plusDays(day);
        LocalDate until = one.plusDays(1L + later);
        Set<DayBlock> around = new HashSet<>(DayBlock.around(one, until));
        around.forEach(block -> {
            assertTrue(!block.first().isAfter(one) && block.end().isAfter(one));
            assertTrue(!block.end().isAfter(until));
        });
        DayBlock.of(one.minusDays(200), until).stream()
                .filter(block -> block.days() > 1)
                .filter(block -> !block.first().isAfter(one) && block.end().isAfter(one))
                .forEach(block -> assertTrue(around.contains(block), () -> around + " lacks " + block));
    }
}
