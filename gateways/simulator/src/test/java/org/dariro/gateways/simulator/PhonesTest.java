package org.dariro.gateways.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.dariro.gateways.api.Msisdn;
import org.junit.jupiter.api.Test;

/** Which phones a simulator knows, and that nobody waits at one that is no more. */
class PhonesTest {
    private static final int MANY = 20_000;

    @Test
    void thePhoneSeenFirstGoesWhenItIsFull() {
        Phones phones = new Phones(3, 2);
        CountDownLatch atTheFirst = new CountDownLatch(1);
        phones.phone(number(1)).watch(atTheFirst);
        phones.phone(number(2));
        assertEquals(1, atTheFirst.getCount());
        phones.phone(number(3));
        assertEquals(0, atTheFirst.getCount());
        assertEquals(
                List.of(number(2), number(3)),
                phones.all().stream().map(Phone::msisdn).toList());
    }

    @Test
    void nobodyWaitsOnAtAPhoneThatWasForgottenWhileItWasMade() throws Exception {
        Phones phones = new Phones(3, MANY);
        CompletableFuture<List<CountDownLatch>> waiting = CompletableFuture.supplyAsync(() -> watchAll(phones));
        while (!waiting.isDone()) {
            phones.forget();
        }
        phones.forget();
        List<CountDownLatch> latches = waiting.get(0, TimeUnit.SECONDS);
        assertEquals(MANY, latches.size());
        assertTrue(latches.stream().allMatch(latch -> latch.getCount() == 0));
        assertEquals(List.of(), phones.all());
    }

    private static List<CountDownLatch> watchAll(Phones phones) {
        List<CountDownLatch> latches = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            CountDownLatch latch = new CountDownLatch(1);
            phones.phone(number(i)).watch(latch);
            latches.add(latch);
        }
        return latches;
    }

    private static Msisdn number(int i) {
        return Msisdn.of("+263771" + String.format("%06d", i));
    }
}
