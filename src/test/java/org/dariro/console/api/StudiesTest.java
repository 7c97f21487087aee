package org.dariro.console.api;

import static org.dariro.console.api.Wired.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dariro.platform.AuditRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Studies by the API: the same as the pages. */
class StudiesTest {
    private final Wired wired = new Wired();
    private final StudiesResource studies =
            new StudiesResource(wired.dariro.database, wired.dariro.studies, wired.dariro.studyExports);
    private final Caller ruth = Wired.as("Ruth");

    @AfterEach
    void close() {
        wired.close();
    }

    private StudiesResource.Wanted wanted(String name, String from, String arm) {
        return new StudiesResource.Wanted(
                name, List.of(new StudiesResource.ArmView(wired.group, arm)), from, "2026-05-31", null, null);
    }

    private long made() {
        wired.enrolInPerson("+263771000001", "Thandi");
        return studies.create(ruth, wanted("Circles", "2026-03-01", "control")).id();
    }

    @Test
    void aStudyIsMadeListedAndChanged() {
        long id = made();
        assertEquals(id, studies.list(null, null).items().get(0).id());
        assertEquals("control", studies.show(id).groups().get(0).arm());
        StudiesResource.StudyView changed =
                studies.change(ruth, id, new StudiesResource.Wanted("Rivers", null, null, "2026-06-30", true, true));
        assertEquals("Rivers", changed.name());
        assertEquals("2026-03-01", changed.from());
        assertEquals("2026-06-30", changed.to());
        assertEquals(wired.group, changed.groups().get(0).group());
        assertTrue(changed.keepsWithdrawn() && changed.withAnswers());
        refused(404, () -> studies.show(1));
    }

    @Test
    void whatIsWrongIsSaidFieldByField() {
        Problem problem = refused(400, () -> studies.create(ruth, wanted("", "soon", "control")));
        assertEquals(2, problem.errors().size(), problem.toString());
        refused(400, () -> studies.create(ruth, wanted("Circles", "2026-03-01", "=cmd")));
        refused(
                400,
                () -> studies.create(
                        ruth,
                        new StudiesResource.Wanted(
                                "Circles",
                                Arrays.asList(new StudiesResource.ArmView(null, "a"), null),
                                "2026-03-01",
                                "2026-05-31",
                                null,
                                null)));
        refused(400, () -> studies.export(ruth, made(), "hours"));
    }

    @Test
    void anExportIsAZip() throws IOException {
        long id = made();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        studies.export(ruth, id, null).write(out);
        assertEquals('P', out.toByteArray()[0]);
        assertEquals('K', out.toByteArray()[1]);
        assertEquals(
                List.of("study-made", "study-exported"),
                wired.dariro.database.inTransaction(
                        tx -> wired.dariro.audit.list(tx, Optional.of("study:" + id), 0, 10).stream()
                                .map(AuditRow::action)
                                .toList()));
    }

    @Test
    void theKeyIsForAPersonWithAReason() {
        long id = made();
        refused(400, () -> studies.key(ruth, id, new StudiesResource.KeyWish(null)));
        refused(400, () -> studies.key(ruth, id, new StudiesResource.KeyWish("curiosity")));
        Caller program = Wired.program("sync");
        refused(409, () -> studies.key(program, id, new StudiesResource.KeyWish("check")));
        String key = studies.key(ruth, id, new StudiesResource.KeyWish("follow-up"));
        assertTrue(key.contains("+263771000001"), key);
        assertNotNull(studies.end(ruth, id).endedAt());
        refused(409, () -> studies.key(ruth, id, new StudiesResource.KeyWish("check")));
        refused(409, () -> studies.export(ruth, id, null));
        refused(409, () -> studies.end(ruth, id));
    }
}
