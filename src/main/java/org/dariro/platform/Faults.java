package org.dariro.platform;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;

/** Describes an exception for a log line without its message: messages of drivers and parsers repeat numbers and texts. */
public final class Faults {
    private static final String UNIQUE_VIOLATION = "23505"; // SQL:2003, the same in H2 and PostgreSQL

    private Faults() {}

    /** Whether a row was refused because there is one like it: somebody else has just done the same. */
    public static boolean isDuplicate(Throwable fault) {
        int depth = 0;
        for (Throwable cause = fault; cause != null && depth < 8; cause = cause.getCause(), depth++) {
            if (cause instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** The classes of the exception and its causes, SQL states, and the place in our code nearest to where it began. */
    public static String describe(Throwable fault) {
        StringBuilder description = new StringBuilder();
        String place = "";
        int depth = 0;
        for (Throwable cause = fault; cause != null && depth < 5; cause = cause.getCause(), depth++) {
            description.append(depth == 0 ? "" : " <- ").append(cause.getClass().getSimpleName());
            if (cause instanceof SQLException sql) {
                description.append(" SQLState ").append(sql.getSQLState());
            }
            place = place(cause).orElse(place);
        }
        return description + place;
    }

    private static Optional<String> place(Throwable cause) {
        return Arrays.stream(cause.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("org.dariro."))
                .findFirst()
                .map(frame -> " at " + frame.getFileName() + ':' + frame.getLineNumber());
    }
}
