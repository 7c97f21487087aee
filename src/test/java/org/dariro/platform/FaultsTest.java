package org.dariro.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class FaultsTest {
    @Test
    void tellsThePlaceWhereItBeganThoughAnotherPassedItOn() {
        Throwable began = new SQLException("a secret", "23505");
        began.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("org.h2.Driver", "run", "Driver.java", 7),
            new StackTraceElement("org.dariro.post.PostDao", "add", "PostDao.java", 42)
        });
        assertEquals(
                "CompletionException <- SQLException SQLState 23505 at PostDao.java:42",
                Faults.describe(new CompletionException("a secret", began)));
    }

    @Test
    void tellsNoPlaceWhereNothingOfOursRan() {
        Throwable other = new IllegalStateException("a secret");
        other.setStackTrace(new StackTraceElement[] {new StackTraceElement("org.h2.Driver", "run", "Driver.java", 7)});
        assertEquals("IllegalStateException", Faults.describe(other));
    }
}
