package org.dariro.console.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTest {
    private static Problem refused(String json) {
        return assertThrows(Refused.class, () -> Json.read(json.getBytes(UTF_8), GroupForm.NewGroup.class))
                .problem();
    }

    @Test
    void whatIsAbsentIsLeftOutAndTimesAreIso() throws IOException {
        PrivateWordsResource.PrivateWordsView view = new PrivateWordsResource.PrivateWordsView(
                1, 2, "Thandi", null, "Hi", Instant.parse("2026-03-02T09:00:00Z"), null);
        assertEquals(
                "{\"id\":1,\"member\":2,\"nickname\":\"Thandi\",\"text\":\"Hi\",\"at\":\"2026-03-02T09:00:00Z\"}",
                new String(Json.write(view), UTF_8));
    }

    @Test
    void anUnknownFieldIsNamedWithTheKnownOnes() {
        Problem problem = refused("{\"name\":\"Hope\",\"colour\":\"secret\"}");
        assertEquals("colour", problem.errors().get(0).field());
        assertTrue(problem.errors().get(0).detail().contains("windowSeconds"));
        assertFalse(problem.toString().contains("secret"));
    }

    @Test
    void aFieldOfTheWrongKindIsNamedWithoutItsValue() {
        for (String json : List.of(
                "{\"name\":771234567}",
                "{\"name\":true}",
                "{\"line\":\"771234567\"}",
                "{\"windowSeconds\":1.5}",
                "{\"windowSeconds\":\"771234567\"}",
                "{\"holdsHigh\":\"yes\"}",
                "{\"name\":[]}")) {
            Problem problem = refused(json);
            assertEquals(400, problem.status());
            assertEquals(1, problem.errors().size(), json);
            assertFalse(problem.toString().contains("771234567"), json);
        }
    }

    @Test
    void whatIsNoJsonObjectIsRefused() {
        for (String json : List.of("", "null", "[]", "7", "{", "{} {}", "{\"name\":1,\"name\":2}", "\u0000")) {
            assertEquals(400, refused(json).status(), json);
        }
        assertTrue(refused("{\n \"name\": canary").detail().contains("line 2"));
        assertFalse(refused("{\n \"name\": canary").toString().contains("canary"));
    }

    @Test
    void aBodyHasAtMostOneMegabyte() throws IOException {
        assertEquals(Body.MOST, Body.read(new ByteArrayInputStream(new byte[Body.MOST])).length);
        Refused refused =
                assertThrows(Refused.class, () -> Body.read(new ByteArrayInputStream(new byte[Body.MOST + 1])));
        assertEquals(413, refused.problem().status());
    }

    @Test
    void aFaultIsAnsweredWithoutWhatItSays() {
        Problem problem = Problems.problem(
                new IllegalStateException("canary", new SQLException("canary +263771000001", "42000")));
        assertEquals(500, problem.status());
        assertFalse(problem.toString().contains("canary"));
        assertEquals(
                409,
                Problems.problem(new IllegalStateException(new SQLException("canary", "23505")))
                        .status());
    }
}
