package org.dariro.console.api;

import static org.dariro.console.api.Wired.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupsAndLinesTest {
    private final Wired wired = new Wired();

    @AfterEach
    void close() {
        wired.close();
    }

    private long line(String address, String code) {
        return wired.lines
                .add("Nomsa", new LinesResource.NewLine("sim", address, code, null, null, null))
                .id();
    }

    @Test
    void aGroupHasSensibleDefaults() {
        GroupView group = wired.groups.show(wired.group);
        assertEquals("HOPE", group.code());
        assertEquals("en", group.language());
        assertEquals("at-once", group.mode());
        assertEquals(300, group.windowSeconds());
    }

    @Test
    void everyWrongFieldOfAGroupIsNamed() {
        Problem problem = refused(
                400,
                () -> wired.groups.create(
                        Wired.as("Grace"),
                        new GroupForm.NewGroup(
                                "x",
                                "a-b",
                                1L,
                                "klingon",
                                "ZWE",
                                "never",
                                0,
                                "c".repeat(101),
                                null,
                                null,
                                null,
                                null)));
        assertEquals(
                List.of("name", "line", "code", "language", "country", "mode", "windowSeconds", "contacts"),
                problem.errors().stream().map(FieldError::field).toList());
    }

    @Test
    void aCodeBelongsToOneGroup() {
        long line = wired.groups.show(wired.group).line();
        refused(
                409,
                () -> wired.groups.create(
                        Wired.as("Grace"),
                        new GroupForm.NewGroup(
                                "Other", " hope ", line, null, "zw", null, null, null, null, null, null, null)));
    }

    @Test
    void whatIsLeftOutOfAChangeStays() {
        GroupView before = wired.groups.show(wired.group);
        GroupView changed = wired.groups.change(
                Wired.as("Grace"),
                wired.group,
                new GroupForm.GroupChange(null, "sn", null, "bundled", null, "Call 116", true, null, null));
        assertEquals(before.name(), changed.name());
        assertEquals("sn", changed.language());
        assertEquals("bundled", changed.mode());
        assertEquals(changed, wired.groups.show(wired.group));
        refused(404, () -> wired.groups.show(1));
    }

    @Test
    void aGroupIsReadByUssdOnlyWhereItCanBe() {
        long plain = line("+263770000001", null);
        refused(
                400,
                () -> wired.groups.create(
                        Wired.as("Grace"),
                        new GroupForm.NewGroup(
                                "Quiet", null, plain, null, "ZW", "ussd-only", null, null, null, null, null, null)));
    }

    @Test
    void aClosedGroupTakesNobody() {
        assertTrue(wired.groups.close(Wired.as("Grace"), wired.group).closed());
        assertTrue(wired.groups.close(Wired.as("Grace"), wired.group).closed());
        refused(409, () -> wired.enrol("+263771000001", "Thandi"));
    }

    @Test
    void aLineIsKnownOnce() {
        refused(409, () -> line("+263 77 000 0000", null));
        refused(409, () -> line("+263770000001", "*384#"));
        line("12345", null);
        line("DARIRO", "*384*2#");
    }

    @Test
    void aWrongLineIsExplained() {
        Problem problem = refused(
                400, () -> wired.lines.add("Nomsa", new LinesResource.NewLine("none", "12", "384", null, null, null)));
        assertEquals(
                List.of("account", "address", "serviceCode"),
                problem.errors().stream().map(FieldError::field).toList());
    }
}
