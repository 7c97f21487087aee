package org.dariro.console.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dariro.console.StaffRole;
import org.dariro.platform.Database;
import org.dariro.platform.Ids;
import org.dariro.platform.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-02T09:00:00Z"));

    @TempDir
    java.nio.file.Path home;

    private static List<Class<?>> resources() {
        return new Api()
                .getClasses().stream()
                        .filter(type -> type.isAnnotationPresent(Path.class))
                        .toList();
    }

    @Test
    void everyResourceMethodStatesItsRoles() {
        int methods = 0;
        for (Class<?> resource : resources()) {
            for (Method method : resource.getDeclaredMethods()) {
                boolean answers = Arrays.stream(method.getAnnotations())
                        .anyMatch(annotation -> annotation.annotationType().isAnnotationPresent(HttpMethod.class));
                if (answers) {
                    methods++;
                    assertNotNull(method.getAnnotation(MayCall.class), resource.getSimpleName() + method.getName());
                    assertTrue(method.getAnnotation(MayCall.class).value().length > 0);
                }
            }
        }
        assertTrue(methods >= 22, "found " + methods);
    }

    @Test
    void everyResourceIsListed() {
        Set<String> listed = new java.util.HashSet<>();
        new Api().getClasses().forEach(type -> listed.add(type.getName()));
        for (JavaClass type : new ClassFileImporter().importPackages("org.dariro.console.api")) {
            if (type.isAnnotatedWith(Path.class) || type.isAnnotatedWith("jakarta.ws.rs.ext.Provider")) {
                assertTrue(listed.contains(type.getName()), type.getName());
            }
        }
    }

    private Database database() {
        return new Database(Settings.of(Map.of("DARIRO_DB_URL", "jdbc:h2:mem:" + java.util.UUID.randomUUID())));
    }

    private ApiTokens tokens(Database database, Map<String, String> given) {
        Map<String, String> settings = new HashMap<>(given);
        settings.put("DARIRO_HOME", home.toString());
        return new ApiTokens(database, new ApiTokenDao(), Settings.of(settings), new Ids(database), CLOCK);
    }

    @Test
    void withoutATokenNobodyGetsIn() {
        try (Database database = database()) {
            Guard guard = new Guard(tokens(database, Map.of()), EnumSet.allOf(StaffRole.class), false);
            for (String header :
                    List.of("", "Bearer", "Bearer ", "Basic abc", "Bearer abc", "Bearer " + "x".repeat(300))) {
                assertEquals(401, guard.refusal(Optional.of(header)), header);
            }
            assertEquals(401, guard.refusal(Optional.empty()));
        }
    }

    @Test
    void theTokenOfTheSettingsHasAllRoles() {
        try (Database database = database()) {
            ApiTokens tokens = tokens(database, Map.of("DARIRO_API_TOKEN", "secret"));
            assertTrue(tokens.first().isEmpty());
            Guard guard = new Guard(tokens, Set.of(StaffRole.ADMINISTRATOR), false);
            assertEquals(0, guard.refusal(Optional.of("Bearer secret")));
            assertEquals(0, guard.refusal(Optional.of("bearer  secret")));
            assertEquals(401, guard.refusal(Optional.of("Bearer secre")));
        }
    }

    @Test
    void theFirstTokenIsMadeOnceAndWrittenForItsOwnerOnly() throws IOException {
        try (Database database = database()) {
            String token = tokens(database, Map.of()).first().orElseThrow();
            assertTrue(tokens(database, Map.of()).first().isEmpty());
            assertEquals(token, Files.readString(home.resolve("api-token")).strip());
            assertEquals(
                    "rw-------",
                    java.nio.file.attribute.PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(home.resolve("api-token"))));
            assertEquals(
                    EnumSet.allOf(StaffRole.class),
                    tokens(database, Map.of()).find(token).orElseThrow().roles());
            assertFalse(tokens(database, Map.of()).find(token + "x").isPresent());
        }
    }

    @Test
    void aTokenOfAnotherRoleIsForbidden() {
        try (Database database = database()) {
            ApiTokens tokens = tokens(database, Map.of());
            tokens.add("Grace", EnumSet.of(StaffRole.MENTOR), "mentors-token");
            Guard mentors = new Guard(tokens, Set.of(StaffRole.MENTOR, StaffRole.COORDINATOR), false);
            Guard coordinators = new Guard(tokens, Set.of(StaffRole.COORDINATOR), false);
            assertEquals(0, mentors.refusal(Optional.of("Bearer mentors-token")));
            assertEquals(403, coordinators.refusal(Optional.of("Bearer mentors-token")));
        }
    }
}
