package org.dariro.programme.study;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** An export, unpacked. */
@SuppressWarnings("ArrayRecordComponent") // never compared as a whole
record Exported(byte[] zip, Map<String, String> files) {
    static Exported of(StudyExports.Export export) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            export.write(out);
            return of(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Exported of(byte[] zip) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return new Exported(zip, files);
    }

    /** The rows of a table, by column. */
    List<Map<String, String>> rows(String file) {
        return records(file).stream().map(CSVRecord::toMap).toList();
    }

    List<String> columns(String file) {
        try (CSVParser parser = CSVParser.parse(files.get(file), CSVFormat.RFC4180)) {
            return parser.getRecords().get(0).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<CSVRecord> records(String file) {
        try (CSVParser parser = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(files.get(file)))) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that is in it. */
    String all() {
        return String.join("\n", files.keySet()) + String.join("\n", files.values());
    }
}
