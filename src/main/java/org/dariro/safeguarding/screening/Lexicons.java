package org.dariro.safeguarding.screening;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the lexicon files: one folder a language, in it any number of {@code .txt} files. */
public final class Lexicons {
    private static final String IN_CLASSPATH = "templates/lexicons";
    private static final String SUFFIX = ".txt";

    private Lexicons() {}

    /**
     * The lexicons that come with the service.
     *
     * @throws LexiconError when they are not there or one is wrong
     */
    public static Map<String, Lexicon> fromClasspath(ClassLoader loader) {
        return read(filesInClasspath(loader));
    }

    /**
     * The files that come with the service as they are, by language and name.
     *
     * @throws LexiconError when they are not there or cannot be read
     */
    public static Map<String, Map<String, String>> filesInClasspath(ClassLoader loader) {
        URL root = loader.getResource(IN_CLASSPATH);
        if (root == null) {
            throw new LexiconError(IN_CLASSPATH + ": is not in the class path");
        }
        try {
            URI uri = root.toURI();
            if (!"jar".equals(uri.getScheme())) {
                return files(Path.of(uri));
            }
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                return files(jar.getPath("/" + uri.toString().replaceFirst(".*!/", "")));
            }
        } catch (IOException | URISyntaxException e) {
            throw new LexiconError(IN_CLASSPATH + ": cannot be read", e);
        }
    }

    /**
     * The lexicons in the folders of {@code root}, by language.
     *
     * @throws LexiconError when it cannot be read or one is wrong
     */
    public static Map<String, Lexicon> fromFolder(Path root) {
        return read(files(root));
    }

    private static Map<String, Map<String, String>> files(Path root) {
        Map<String, Map<String, String>> languages = new TreeMap<>();
        for (Path folder : list(root)) {
            if (Files.isDirectory(folder)) {
                Map<String, String> files = new TreeMap<>();
                for (Path file : list(folder)) {
                    if (name(file).endsWith(SUFFIX)) {
                        files.put(name(file).substring(0, name(file).length() - SUFFIX.length()), content(file));
                    }
                }
                languages.put(name(folder).replace("/", ""), files);
            }
        }
        return languages;
    }

    private static Map<String, Lexicon> read(Map<String, Map<String, String>> languages) {
        Map<String, Lexicon> lexicons = new TreeMap<>();
        languages.forEach((language, files) -> lexicons.put(language, read(language, files)));
        return lexicons;
    }

    /**
     * The lexicon of a language.
     *
     * @param files their contents, by name without {@code .txt}
     * @throws LexiconError naming the file and the line that is wrong
     */
    public static Lexicon read(String language, Map<String, String> files) {
        LexiconParser parser = new LexiconParser(language);
        new TreeMap<>(files).forEach((name, content) -> parser.read(language + "/" + name + SUFFIX, content));
        return parser.lexicon();
    }

    private static Iterable<Path> list(Path folder) {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.sorted().collect(Collectors.toList());
        } catch (IOException e) {
            throw new LexiconError(folder + ": cannot be read", e);
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new LexiconError(file + ": cannot be read as UTF-8", e);
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
