package org.dariro.console.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.dariro.platform.AuditEntry;
import org.junit.jupiter.api.Test;

class ViewRecordTest {
    private static MultivaluedMap<String, String> map(String... pairs) {
        MultivaluedMap<String, String> map = new MultivaluedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.putSingle(pairs[i], pairs[i + 1]);
        }
        return map;
    }

    @Test
    void whoReadWhichPartOfWhatIsOnRecordAndNothingThatWasTyped() {
        try (Wired wired = new Wired()) {
            ViewRecord record = new ViewRecord(wired.dariro.database, wired.dariro.audit, "posts-read");
            AuditEntry entry = record.entry(
                    "Grace", map("group", "17"), map("after", "5", "limit", "50", "state", "+263771000001", "x", "y"));
            assertEquals("Grace", entry.actor());
            assertEquals(List.of("group:17"), entry.subjects());
            assertEquals("after=5 limit=50", entry.details());
        }
    }

    /** Every list of what members wrote; a single alert is put on record where it is opened. */
    @Test
    void listsOfTextsSayThatTheyShowThem() {
        for (Class<?> resource :
                List.of(PostsResource.class, PrivateWordsResource.class, HoldsResource.class, AlertsResource.class)) {
            for (Method method : resource.getDeclaredMethods()) {
                boolean reads = Arrays.stream(method.getAnnotations())
                        .anyMatch(annotation -> annotation.annotationType() == GET.class);
                if (reads) {
                    assertNotNull(method.getAnnotation(ShowsTexts.class), resource.getSimpleName() + method.getName());
                }
            }
        }
    }
}
