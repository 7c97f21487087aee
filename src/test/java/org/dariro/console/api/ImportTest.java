package org.dariro.console.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ImportTest {
    private final Wired wired = new Wired();

    @AfterEach
    void close() {
        wired.close();
    }

    private ImportResource.ImportView load(String table, String dryRun) throws IOException {
        return wired.load.load(Wired.as("Grace"), wired.group, dryRun, new ByteArrayInputStream(table.getBytes(UTF_8)));
    }

    private String refused(byte[] table) {
        Problem problem = assertThrows(
                        Refused.class,
                        () -> wired.load.load(Wired.as("Grace"), wired.group, null, new ByteArrayInputStream(table)))
                .problem();
        assertEquals(400, problem.status());
        return problem.detail();
    }

    private static List<String> errors(ImportResource.RowView row) {
        return row.errors() == null
                ? List.of()
                : row.errors().stream().map(FieldError::field).toList();
    }

    @Test
    void goodRowsAreImportedAndBrokenOnesReported() throws IOException {
        ImportResource.ImportView done = load("""
                number,nickname,language,role,consent
                +263771000001,Thandi,sn,,

                0771,Rudo,,,
                ,Grace,,mentor,
                +263771000003,"Chi",,,"in-person: clinic, form 3"
                """, null);
        assertEquals(
                List.of(2, 4, 5, 6), done.rows().stream().map(row -> row.row()).toList());
        assertEquals(
                List.of("asked", "refused", "enrolled", "enrolled"),
                done.rows().stream().map(row -> row.outcome()).toList());
        assertEquals(3, done.good());
        assertEquals(1, done.broken());
        assertEquals(3, wired.members.list(wired.group).items().size());
        assertEquals(2, wired.got().size());
    }

    @Test
    void aDryRunChangesNothingAndFindsTheSame() throws IOException {
        String table = "number,nickname\n+263771000001,Thandi\n+263771000001,Rudo\n+263771000002,thandi\n";
        ImportResource.ImportView tried = load(table, "true");
        assertEquals(List.of(), wired.members.list(wired.group).items());
        assertEquals(List.of(), wired.got());
        ImportResource.ImportView done = load(table, "false");
        assertEquals(
                tried.rows().stream().map(row -> row.outcome()).toList(),
                done.rows().stream().map(row -> row.outcome()).toList());
        assertEquals(List.of("number"), errors(tried.rows().get(1)));
        assertEquals(List.of("nickname"), errors(tried.rows().get(2)));
    }

    @Test
    void spreadsheetsOfAllKindsAreRead() throws IOException {
        assertEquals(
                1,
                load("\ufeffNumber;Nickname\r\n+263771000001;Thandi\r\n", "true")
                        .good());
        assertEquals(1, load("number\tnickname\n+263771000001\tThandi", "true").good());
        assertEquals(
                1, load("nickname, number\nThandi, +263 77 100 0001\n", "true").good());
    }

    @Test
    void whatSpreadsheetsDoToNumbersIsExplained() throws IOException {
        ImportResource.ImportView tried = load("number\n2.63771E+11\n263771000001\n", "true");
        List<FieldError> first = tried.rows().get(0).errors();
        assertEquals(1, first.size());
        assertTrue(first.get(0).detail().contains("shortened"));
        assertTrue(tried.rows().get(1).errors().get(0).detail().contains("+"));
    }

    @Test
    void aTableWithoutItsHeaderIsRefusedWithoutRepeatingIt() {
        assertFalse(refused("+263771000001,Thandi\n".getBytes(UTF_8)).contains("771"));
        assertTrue(refused("nickname\nThandi\n".getBytes(UTF_8)).contains("number is missing"));
        refused("".getBytes(UTF_8));
        refused("number,number\n".getBytes(UTF_8));
        refused("number\n".getBytes(UTF_8));
    }

    @Test
    void brokenFilesAreRefused() {
        assertTrue(refused("number,nickname\n+263771000001,Zo\u00eb\n".getBytes(ISO_8859_1))
                .contains("UTF-8"));
        assertTrue(
                refused("number,nickname\n\"+263771000001,Zo\n".getBytes(UTF_8)).contains("quotation mark"));
        StringBuilder many = new StringBuilder("number\n");
        for (int i = 0; i < 1_001; i++) {
            many.append("+26377").append(1_000_000 + i).append('\n');
        }
        assertTrue(refused(many.toString().getBytes(UTF_8)).contains("1,000"));
    }

    @Test
    void aWrongCellIsNamedByItsColumn() throws IOException {
        ImportResource.ImportView tried =
                load("number,role,consent,language\n+263771000001,boss,maybe,klingon\n", "true");
        assertEquals(List.of("consent", "role", "language"), errors(tried.rows().get(0)));
        assertThrows(Refused.class, () -> load("number\n+263771000001\n", "perhaps"));
    }
}
