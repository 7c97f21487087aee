package org.dariro.spend.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PurseTest {
    private static BigDecimal of(String amount) {
        return new BigDecimal(amount);
    }

    @Test
    void whatFitsToTheCentIsPaidAndNoMore() {
        Purse purse = Purse.of(of("0.10"), BigDecimal.ZERO);
        assertTrue(purse.take(of("0.07")));
        assertFalse(purse.take(of("0.031")));
        assertTrue(purse.take(of("0.03")));
        assertFalse(purse.take(of("0.000001")));
        assertTrue(purse.refused());
        assertEquals(of("0.10"), purse.taken());
    }

    @Test
    void whatIsKeptToTellTheGroupPaysForNothingElse() {
        Purse purse = Purse.of(of("1.00"), of("0.30"));
        assertFalse(purse.take(of("0.71")));
        assertTrue(purse.take(of("0.70")));
        assertTrue(purse.takeAll(of("0.30")));
    }

    @Test
    void bothBudgetsMustHaveRoom() {
        Purse purse = new Purse(Optional.of(of("5")), Optional.of(of("1")), BigDecimal.ZERO, needed -> BigDecimal.ZERO);
        assertFalse(purse.take(of("2")));
        assertEquals(of("5"), purse.own().orElseThrow(), "nothing is taken of one alone");
        assertTrue(purse.take(of("1")));
    }

    @Property
    void allThatIsDrawnIsInHandOrPaid(
            @ForAll @IntRange(max = 1000) int programme, @ForAll java.util.List<@IntRange(max = 100) Integer> costs) {
        BigDecimal[] left = {BigDecimal.valueOf(programme)};
        Purse purse = new Purse(Optional.empty(), Optional.of(BigDecimal.ZERO), BigDecimal.ZERO, needed -> {
            BigDecimal wanted = needed.max(BigDecimal.TEN);
            BigDecimal got = left[0].compareTo(wanted) >= 0
                    ? wanted
                    : left[0].compareTo(needed) >= 0 ? left[0] : BigDecimal.ZERO;
            left[0] = left[0].subtract(got);
            return got;
        });
        BigDecimal paid = BigDecimal.ZERO;
        for (int cost : costs) {
            if (purse.take(BigDecimal.valueOf(cost))) {
                paid = paid.add(BigDecimal.valueOf(cost));
            }
        }
        assertEquals(paid, purse.taken());
        assertEquals(
                0,
                BigDecimal.valueOf(programme)
                        .compareTo(paid.add(purse.hand().orElseThrow()).add(left[0])));
    }
}
