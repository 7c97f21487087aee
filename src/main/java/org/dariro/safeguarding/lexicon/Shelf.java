package org.dariro.safeguarding.lexicon;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The files of all lexicons in their three layers. Of each file the uppermost that there is counts, whole: what was saved in
 * the console, else what is in the programme's own directory, else what came with the service.
 */
public final class Shelf {
    private final Map<FileName, String> shipped;
    private final Map<Version.Origin, Map<FileName, String>> saved;
    private final Map<Version.Origin, Map<FileName, Integer>> numbers;

    private Shelf(
            Map<FileName, String> shipped,
            Map<Version.Origin, Map<FileName, String>> saved,
            Map<Version.Origin, Map<FileName, Integer>> numbers) {
        this.shipped = shipped;
        this.saved = saved;
        this.numbers = numbers;
    }

    /** @param latest the last version of each file and origin */
    static Shelf of(Map<FileName, String> shipped, Iterable<Version> latest) {
        Shelf shelf = new Shelf(shipped, layers(), layers());
        for (Version version : latest) {
            version.content()
                    .ifPresent(text -> layer(shelf.saved, version.origin()).put(version.file(), text));
            layer(shelf.numbers, version.origin()).put(version.file(), version.number());
        }
        return shelf;
    }

    private static <T> Map<Version.Origin, Map<FileName, T>> layers() {
        Map<Version.Origin, Map<FileName, T>> layers = new EnumMap<>(Version.Origin.class);
        for (Version.Origin origin : Version.Origin.values()) {
            layers.put(origin, new HashMap<>());
        }
        return layers;
    }

    private static <T> Map<FileName, T> layer(Map<Version.Origin, Map<FileName, T>> of, Version.Origin origin) {
        return of.getOrDefault(origin, Map.of());
    }

    /** This with files changed in one layer; an empty content takes the file out of it. */
    Shelf with(Version.Origin origin, Map<FileName, Optional<String>> changes) {
        Shelf changed = new Shelf(shipped, layers(), numbers);
        saved.forEach((each, texts) -> layer(changed.saved, each).putAll(texts));
        changes.forEach((file, content) -> content.ifPresentOrElse(
                text -> layer(changed.saved, origin).put(file, text),
                () -> layer(changed.saved, origin).remove(file)));
        return changed;
    }

    /** The number of the last version of a file; 0 when none was saved. */
    public int last(FileName file) {
        return numbers.values().stream()
                .mapToInt(layer -> layer.getOrDefault(file, 0))
                .max()
                .orElse(0);
    }

    /** The number of the version that counts; 0 for what came with the service. */
    public int number(FileName file) {
        return origin(file)
                .map(origin -> layer(numbers, origin).getOrDefault(file, 0))
                .orElse(0);
    }

    /** What one layer says; empty when the file is not in it. */
    public Optional<String> in(Version.Origin origin, FileName file) {
        return Optional.ofNullable(layer(saved, origin).get(file));
    }

    /** What came with the service. */
    public Optional<String> shipped(FileName file) {
        return Optional.ofNullable(shipped.get(file));
    }

    /** The layer that counts; empty for what came with the service. */
    public Optional<Version.Origin> origin(FileName file) {
        return in(Version.Origin.CONSOLE, file).isPresent()
                ? Optional.of(Version.Origin.CONSOLE)
                : in(Version.Origin.FILE, file).map(text -> Version.Origin.FILE);
    }

    /** What counts; empty when there is no such file. */
    public Optional<String> content(FileName file) {
        return origin(file).flatMap(origin -> in(origin, file)).or(() -> shipped(file));
    }

    /** The files that one layer has. */
    Set<FileName> filesIn(Version.Origin origin) {
        return new TreeSet<>(layer(saved, origin).keySet());
    }

    /** All files that there are. */
    public Set<FileName> files() {
        Set<FileName> all = new TreeSet<>(shipped.keySet());
        saved.values().forEach(layer -> all.addAll(layer.keySet()));
        return all;
    }

    /** What counts, by language and name. */
    Map<String, Map<String, String>> texts() {
        Map<String, Map<String, String>> texts = new TreeMap<>();
        for (FileName file : files()) {
            content(file).ifPresent(text -> texts.computeIfAbsent(file.language(), language -> new TreeMap<>())
                    .put(file.name(), text));
        }
        return texts;
    }

    /** Which files count that did not come with the service: {@code en/local 3, sw/terms 1 (file)}. */
    String changes() {
        StringBuilder changes = new StringBuilder();
        for (FileName file : files()) {
            origin(file).ifPresent(origin -> changes.append(changes.isEmpty() ? "" : ", ")
                    .append(file)
                    .append(' ')
                    .append(number(file))
                    .append(origin == Version.Origin.FILE ? " (file)" : ""));
        }
        return changes.isEmpty() ? "as shipped" : changes.toString();
    }
}
