package org.dariro.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The files that people other than programmers edit: those shipped with the service and, line by line over them, those of
 * the programme's own directory. So a programme's file holds only the lines it changes, and a new release may bring new
 * lines. Most are read once, at start; {@link Reloading} says which are not.
 */
public final class Templates {
    private final Optional<Path> own;

    private Templates(Optional<Path> own) {
        this.own = own;
    }

    /** Only what the service ships. */
    public static Templates shipped() {
        return new Templates(Optional.empty());
    }

    /** What the service ships, with the lines of the same files under {@code own} over it; the directory need not exist. */
    public static Templates changedBy(Path own) {
        return new Templates(Optional.of(own));
    }

    /**
     * What a file says, without the byte order mark that some editors write.
     *
     * @throws CharacterCodingException when it is not saved as UTF-8
     */
    public static String text(byte[] utf8) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(utf8))
                .toString();
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    /**
     * The lines of a properties file in UTF-8, in the order of the file.
     *
     * @param path below {@code templates/}, for example {@code messages/en/messages.properties}
     * @return empty when there is no such file
     * @throws IllegalStateException naming the file when it is not UTF-8, not readable or says one thing twice
     */
    public Map<String, String> lines(String path) {
        Map<String, String> lines = new LinkedHashMap<>();
        shippedBytes(path).ifPresent(bytes -> lines.putAll(parse(bytes, "templates/" + path)));
        own.map(directory -> directory.resolve(path))
                .filter(Files::isRegularFile)
                .ifPresent(file -> lines.putAll(parse(bytes(file), file.toString())));
        return lines;
    }

    /** The programme's own directory for a folder; it need not exist. Empty when there is only what is shipped. */
    public Optional<Path> own(String folder) {
        return own.map(path -> path.resolve(folder));
    }

    /** Changes when a file of the programme's own in a folder or below it does. What is shipped never changes. */
    public String mark(String folder) {
        Optional<Path> directory = own.map(path -> path.resolve(folder)).filter(Files::isDirectory);
        if (directory.isEmpty()) {
            return "";
        }
        try (Stream<Path> files = Files.walk(directory.get())) {
            StringBuilder mark = new StringBuilder();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                mark.append(file)
                        .append(' ')
                        .append(Files.getLastModifiedTime(file))
                        .append(' ')
                        .append(Files.size(file))
                        .append('\n');
            }
            return mark.toString();
        } catch (IOException | UncheckedIOException e) {
            return ""; // a file went away in this moment; the next look sees what stayed
        }
    }

    private static Optional<byte[]> shippedBytes(String path) {
        try (InputStream in = Templates.class.getClassLoader().getResourceAsStream("templates/" + path)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("templates/" + path + " cannot be read", e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private static Map<String, String> parse(byte[] bytes, String file) {
        try {
            OncePerName lines = new OncePerName(file);
            lines.load(new StringReader(text(bytes)));
            return lines.inOrder;
        } catch (CharacterCodingException e) {
            throw new IllegalStateException(file + " is not saved as UTF-8", e);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Java's own reader of this format, which would let the last of two equal names win in silence. */
    private static final class OncePerName extends Properties {
        private final transient Map<String, String> inOrder = new LinkedHashMap<>();
        private final String file;

        OncePerName(String file) {
            this.file = file;
        }

        @Override
        public synchronized Object put(Object name, Object value) {
            if (inOrder.putIfAbsent((String) name, (String) value) != null) {
                throw new IllegalStateException(file + " has " + name + " twice");
            }
            return super.put(name, value);
        }
    }
}
