package org.dariro.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HelpersTest {
    @Test
    void partsAreDoneSideBySide() {
        CountDownLatch begun = new CountDownLatch(3);
        Runnable part = () -> {
            begun.countDown();
            try {
                assertTrue(begun.await(60, TimeUnit.SECONDS), "each waits until all have begun");
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        };
        try (Work work = Work.threaded(Thread::new)) {
            work.helpers("test", 2).share(List.of(part, part, part));
        }
        assertEquals(0, begun.getCount());
    }

    @Test
    void theCallerDoesAllWhereNoHelperComes() {
        List<Integer> done = new ArrayList<>();
        new Helpers(gone -> {}, 2).share(List.of(() -> done.add(1), () -> done.add(2), () -> done.add(3)));
        assertEquals(List.of(1, 2, 3), done);
    }

    @Test
    void aPartThatFailsIsToldWhenAllAreDone() {
        List<Integer> done = new ArrayList<>();
        IllegalStateException fault = new IllegalStateException("a drill");
        Runnable fails = () -> {
            throw fault;
        };
        CompletionException told = assertThrows(
                CompletionException.class,
                () -> Work.inline().helpers("test", 2).share(List.of(fails, () -> done.add(2), () -> done.add(3))));
        assertEquals(fault, told.getCause());
        assertEquals(List.of(2, 3), done);
        assertTrue(
                Faults.describe(told).startsWith("CompletionException <- IllegalStateException at HelpersTest.java:"));
    }
}
