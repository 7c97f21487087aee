package org.dariro.safeguarding.lexicon;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dariro.platform.Templates;

/** The lexicon files in the programme's own directory. */
final class OwnFiles {
    /** Below {@code templates/}. */
    static final String FOLDER = "lexicons";

    private static final String SUFFIX = ".txt";
    private final Templates templates;

    OwnFiles(Templates templates) {
        this.templates = templates;
    }

    /** Changes when one of them does. */
    String mark() {
        return templates.mark(FOLDER);
    }

    /**
     * What they say.
     *
     * @param faults gets what is wrong with those that cannot be read
     */
    Map<FileName, String> read(Map<FileName, String> faults) {
        Map<FileName, String> texts = new TreeMap<>();
        Optional<Path> folder = templates.own(FOLDER).filter(Files::isDirectory);
        for (Path path : folder.map(OwnFiles::list).orElse(List.of())) {
            named(folder.orElseThrow(), path).ifPresent(file -> {
                try {
                    String text = Templates.text(Files.readAllBytes(path));
                    if (text.length() > Editing.LONGEST) {
                        faults.put(file, file + " has more than " + Editing.LONGEST + " characters");
                    } else {
                        texts.put(file, text);
                    }
                } catch (CharacterCodingException e) {
                    faults.put(file, file + " is not saved as UTF-8");
                } catch (IOException e) {
                    faults.put(file, file + " cannot be read");
                }
            });
        }
        return texts;
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<FileName> named(Path folder, Path path) {
        Path below = folder.relativize(path);
        String name = below.getFileName().toString();
        return below.getNameCount() == 2 && name.endsWith(SUFFIX)
                ? FileName.of(below.getName(0).toString(), name.substring(0, name.length() - SUFFIX.length()))
                : Optional.empty();
    }
}
