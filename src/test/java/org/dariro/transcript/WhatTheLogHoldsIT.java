package org.dariro.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Runs after the tests in containers: what all of them texted is a canary that must not be in any log record of the servers. */
@Tag("afterwards")
class WhatTheLogHoldsIT {
    private static final Pattern TEXTED = Pattern.compile("^\\+\\d+ > (?:\\([^)]*\\) )?(.{12,})$");
    private static final Pattern NUMBER = Pattern.compile("(?<!\\d)26377\\d{7}");

    @Test
    void noLogRecordHoldsANumberOrAText() throws IOException {
        List<String> logs = logs();
        assertEquals(2, logs.size(), "not of both containers, the transcripts' and the other tests', is there a log");
        assertTrue(logs.stream().anyMatch(log -> log.contains("goes no further")), "the log was not kept");
        for (String log : logs) {
            assertTrue(log.contains("There is nobody to call about alert"), "a log was not kept");
            assertEquals(
                    List.of(),
                    NUMBER.matcher(log).results().map(hit -> hit.group()).toList());
            assertEquals(List.of(), texts().filter(log::contains).toList());
        }
    }

    private static List<String> logs() throws IOException {
        List<String> logs = new ArrayList<>();
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(Path.of(System.getProperty("dariro.it.homes")), "*.log")) {
            for (Path file : files) {
                logs.add(Files.readString(file));
            }
        }
        return logs;
    }

    private static Stream<String> texts() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(System.getProperty("dariro.it.transcripts")))) {
            return files
                    .filter(file -> file.toString().endsWith(".txt"))
                    .flatMap(WhatTheLogHoldsIT::lines)
                    .map(TEXTED::matcher)
                    .filter(Matcher::matches)
                    .map(texted -> texted.group(1))
                    .toList()
                    .stream();
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
