package org.dariro.platform;

import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something read from templates that is read anew when the programme's own files change. What cannot be used is reported
 * in the log, once a change, and what was read before stays. For what is asked for seldom: each use looks at the files'
 * times.
 */
public final class Reloading<T> {
    private static final Logger LOG = LoggerFactory.getLogger(Reloading.class);
    private final Templates templates;
    private final String folder;
    private final Supplier<T> reader;
    private volatile Read<T> last;

    private record Read<T>(T value, String mark) {}

    private Reloading(Templates templates, String folder, Supplier<T> reader) {
        this.templates = templates;
        this.folder = folder;
        this.reader = reader;
        String mark = templates.mark(folder);
        last = new Read<>(reader.get(), mark);
    }

    /**
     * Reads it for the first time.
     *
     * @param folder below {@code templates/}, whose files it is read from
     * @param reader throws when they cannot be used
     */
    public static <T> Reloading<T> of(Templates templates, String folder, Supplier<T> reader) {
        return new Reloading<>(templates, folder, reader);
    }

    /** It, as the files have it now. */
    public T get() {
        Read<T> read = last;
        String mark = templates.mark(folder);
        if (read.mark().equals(mark)) {
            return read.value();
        }
        T value = read.value();
        try {
            value = reader.get();
            LOG.info("templates/{} has changed and was read anew", folder);
        } catch (RuntimeException e) {
            LOG.error(
                    "templates/{} has changed and cannot be used, what was read before stays: {}",
                    folder,
                    e.getMessage());
        }
        last = new Read<>(value, mark);
        return value;
    }
}
