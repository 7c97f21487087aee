package org.dariro.gateways.smpp;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Requests of one session whose answer did not come in time. When it comes after all, it tells the id of a message that is
 * believed to be lost.
 */
final class LateAnswers {
    private static final int MOST = 10_000;
    private final Map<Integer, String> references = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, String> eldest) {
            return size() > MOST;
        }
    };
    private final BiConsumer<String, String> found;

    /** @param found takes our reference and the SMSC's id of a message whose answer came late */
    LateAnswers(BiConsumer<String, String> found) {
        this.found = found;
    }

    /** Nobody waits for this answer any more. */
    synchronized void expect(int sequence, String reference) {
        references.put(sequence, reference);
    }

    /** An answer came. */
    void came(int sequence, String id) {
        String reference = taken(sequence);
        if (reference != null) {
            found.accept(reference, id);
        }
    }

    private synchronized @Nullable String taken(int sequence) {
        return references.remove(sequence);
    }
}
