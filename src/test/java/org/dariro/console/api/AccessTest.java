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
import org.dariro.console.signin.LinkDao;
import org.dariro.console.signin.Passwords;
import org.dariro.console.signin.SessionDao;
import org.dariro.console.signin.UserDao;
import org.dariro.console.signin.Users;
import org.dariro.console.token.ApiTokenDao;
import org.dariro.console.token.ApiTokens;
import org.dariro.console.token.Holders;
import org.dariro.console.token.Scope;
import org.dariro.group.GroupDao;
import org.dariro.group.Groups;
import org.dariro.member.StaffDao;
import org.dariro.member.StaffRoll;
import org.dariro.platform.AuditDao;
import org.dariro.platform.AuditLog;
import org.dariro.platform.Database;
import org.dariro.platform.Ids;
import org.dariro.platform.Settings;
import org.dariro.platform.Vault;
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
    void everyResourceMethodStatesItsRolesAndAScopeOpensIt() {
        int methods = 0;
        for (Class<?> resource : resources()) {
            for (Method method : resource.getDeclaredMethods()) {
                boolean answers = Arrays.stream(method.getAnnotations())
                        .anyMatch(annotation -> annotation.annotationType().isAnnotationPresent(HttpMethod.class));
                if (answers) {
                    methods++;
                    assertNotNull(method.getAnnotation(MayCall.class), resource.getSimpleName() + method.getName());
                    assertTrue(method.getAnnotation(MayCall.class).value().length > 0);
                    assertTrue(
                            Scopes.of(resource, method).isPresent(),
                            () -> "no scope opens " + resource.getSimpleName() + ": see Scopes");
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
        Ids ids = new Ids(database);
        AuditLog audit = new AuditLog(database, new AuditDao(), Vault.inMemory(), ids, CLOCK);
        StaffRoll roll = new StaffRoll(new StaffDao(), ids, CLOCK);
        Users users =
                new Users(new UserDao(), new LinkDao(), new SessionDao(), roll, new Passwords(), audit, ids, CLOCK);
        return new ApiTokens(
                database,
                new ApiTokenDao(),
                new Holders(users, roll),
                new Groups(new GroupDao(), ids, CLOCK),
                audit,
                Settings.of(settings),
                ids,
                CLOCK);
    }

    @Test
    void withoutATokenNobodyGetsIn() {
        try (Database database = database()) {
            Guard guard =
                    new Guard(tokens(database, Map.of()), EnumSet.allOf(StaffRole.class), Scope.GROUPS_READ, false);
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
            Guard guard = new Guard(tokens, Set.of(StaffRole.ADMINISTRATOR), Scope.TOKENS_WRITE, false);
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
            String token = made(database, tokens, Optional.empty());
            Guard mentors = new Guard(tokens, Set.of(StaffRole.MENTOR, StaffRole.COORDINATOR), Scope.POSTS_READ, false);
            Guard coordinators = new Guard(tokens, Set.of(StaffRole.COORDINATOR), Scope.POSTS_READ, false);
            assertEquals(0, mentors.refusal(Optional.of("Bearer " + token)));
            assertEquals(403, coordinators.refusal(Optional.of("Bearer " + token)));
        }
    }

    private static String made(Database database, ApiTokens tokens, Optional<Set<Scope>> scopes) {
        ApiTokens.Wanted wanted = new ApiTokens.Wanted(
                "reader", Optional.empty(), EnumSet.of(StaffRole.MENTOR), scopes, Set.of(), Optional.empty());
        return database.inTransaction(tx -> tokens.make(tx, wanted, "Nomsa")).token();
    }

    @Test
    void aTokenOfOtherScopesIsForbidden() {
        try (Database database = database()) {
            ApiTokens tokens = tokens(database, Map.of());
            String token = made(database, tokens, Optional.of(Set.of(Scope.GROUPS_READ)));
            Set<StaffRole> roles = Set.of(StaffRole.MENTOR);
            for (Scope scope : Scope.values()) {
                assertEquals(
                        scope == Scope.GROUPS_READ ? 0 : 403,
                        new Guard(tokens, roles, scope, false).refusal(Optional.of("Bearer " + token)),
                        scope.label());
            }
        }
    }
}
