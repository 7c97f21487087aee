package org.dariro.console.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dariro.console.StaffRole;
import org.dariro.gateways.api.InboundSms;
import org.dariro.programme.study.Study;
import org.junit.jupiter.api.Test;

/** Every route of the console, with everybody who may call it, for their own group and a foreign one. */
class RouteMatrixTest {
    record Route(Class<?> page, Method method, String verb, String path) {
        String line() {
            String who = PageDoors.roles(page, method)
                    .map(roles -> roles.stream().sorted().map(StaffRole::label).collect(Collectors.joining(" ")))
                    .orElse("open");
            return verb + " /" + path + ": " + who;
        }
    }

    static List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        for (Class<?> page : new Console().getClasses()) {
            for (Method method : page.getDeclaredMethods()) {
                verb(method).ifPresent(verb -> routes.add(new Route(page, method, verb, PageDoors.path(page, method))));
            }
        }
        return routes;
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .flatMap(one -> Optional.ofNullable(one.annotationType().getAnnotation(HttpMethod.class)).stream())
                .map(HttpMethod::value)
                .findFirst();
    }

    @Test
    void everyRouteIsListedWithItsRoles() throws IOException {
        Set<String> listed = new TreeSet<>();
        try (InputStream in = RouteMatrixTest.class.getResourceAsStream("/console-routes.txt")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(listed::add);
        }
        Set<String> found = new TreeSet<>();
        routes().forEach(route -> found.add(route.line()));
        assertEquals(String.join("\n", listed), String.join("\n", found));
    }

    @Test
    void everyPageIsListedInTheConsole() {
        Set<String> listed = new TreeSet<>();
        new Console().getClasses().forEach(type -> listed.add(type.getName()));
        for (JavaClass type : new ClassFileImporter().importPackages("org.dariro.console.pages")) {
            if (type.isAnnotatedWith(Path.class) || type.isAnnotatedWith("jakarta.ws.rs.ext.Provider")) {
                assertTrue(listed.contains(type.getName()), type.getName());
            }
        }
    }

    /** Ids of the same kinds of things, of one group. */
    static Map<String, String> things(Desk desk, String code, String number) {
        long group = desk.group(code);
        desk.member(group, number, "Sunny");
        desk.dariro.camel.send(
                "direct:inlet-sms", new InboundSms("sim", code, number, Desk.LINE, "i want to kill myself tonight"));
        desk.dariro.runDue();
        return desk.dariro.database.inTransaction(tx -> {
            var held = desk.dariro.safeguard.waiting(tx).stream()
                    .filter(one -> one.post().post().groupId() == group)
                    .findFirst()
                    .orElseThrow();
            var alert = desk
                    .dariro
                    .alerts
                    .list(tx, org.dariro.safeguarding.AlertQuery.all(org.dariro.safeguarding.AlertQuery.Kind.ALL))
                    .stream()
                    .filter(one -> one.group().filter(id -> id == group).isPresent())
                    .findFirst()
                    .orElseThrow();
            Map<String, String> ids = new HashMap<>();
            ids.put("group", Long.toString(group));
            ids.put("hold", Long.toString(held.hold().id()));
            ids.put("alert", Long.toString(alert.id()));
            ids.put("place", Long.toString(held.post().post().author()));
            return ids;
        });
    }

    /** A study of a group. */
    static String study(Desk desk, String name, long group) {
        LocalDate today = LocalDate.ofInstant(desk.clock.instant(), ZoneOffset.UTC);
        return desk.dariro.database.inTransaction(tx -> desk.dariro
                .studies
                .make(tx, new Study.Wish(name, today, today, Map.of(group, "OWN"), false, true), "service")
                .match(made -> Long.toString(made.id()), faults -> {
                    throw new IllegalStateException(faults.toString());
                }));
    }

    @Test
    void nobodyGetsWhatIsNotTheirs() {
        try (Desk desk = new Desk(Map.of("DARIRO_SECOND_FACTOR", "optional"))) {
            Map<String, String> own = things(desk, "OWN", "+263771000011");
            Map<String, String> foreign = things(desk, "FOREIGN", "+263771000012");
            assertEquals(desk.keepers.kept(), own.keySet());
            int looked = 0;
            for (StaffRole role : StaffRole.values()) {
                Visit visit = desk.visit(desk.add(role.label(), role, Set.of(Long.valueOf(own.get("group")))));
                for (Route route : routes()) {
                    Optional<Set<StaffRole>> roles = PageDoors.roles(route.page(), route.method());
                    if (roles.isEmpty()) {
                        continue;
                    }
                    PageGuard guard = new PageGuard(desk.visits, desk.keepers, () -> null, roles);
                    boolean kept = PageDoors.parameters(route.path()).stream().anyMatch(own::containsKey);
                    boolean may = roles.get().contains(role);
                    boolean all = role != StaffRole.MENTOR && role != StaffRole.AUDITOR;
                    int foreignAnswer = !may ? 403 : kept && !all ? 404 : 0;
                    assertEquals(may ? 0 : 403, guard.refusal(visit, given(route, own)), role + " own " + route.line());
                    assertEquals(
                            foreignAnswer,
                            guard.refusal(visit, given(route, foreign)),
                            role + " foreign " + route.line());
                    if (kept && may) {
                        assertEquals(404, guard.refusal(visit, given(route, Map.of())), role + " none " + route.line());
                    }
                    looked += 2;
                }
            }
            assertTrue(looked > 100, "looked at " + looked);
        }
    }

    private static List<PageGuard.Parameter> given(Route route, Map<String, String> ids) {
        return PageDoors.parameters(route.path()).stream()
                .map(name -> new PageGuard.Parameter(name, ids.getOrDefault(name, "999999999")))
                .toList();
    }

    @Test
    void listsShowNobodyWhatIsNotTheirs() {
        try (Desk desk = new Desk(Map.of("DARIRO_SECOND_FACTOR", "optional"))) {
            Map<String, String> own = things(desk, "OWN", "+263771000011");
            Map<String, String> foreign = things(desk, "FOREIGN", "+263771000012");
            Visit mentor = desk.visit(desk.add("Grace", StaffRole.MENTOR, Set.of(Long.valueOf(own.get("group")))));
            String today = desk.html(desk.today().show(mentor));
            assertTrue(today.contains("/console/alerts/" + own.get("alert")), today);
            assertTrue(!today.contains("/console/alerts/" + foreign.get("alert")), today);
            assertTrue(!today.contains("FOREIGN"), today);
            for (StaffRole role : List.of(StaffRole.AUDITOR, StaffRole.MENTOR)) {
                Visit nobody = desk.visit(desk.add("nobody " + role.label(), role, Set.of()));
                String page = desk.html(desk.today().show(nobody));
                assertTrue(!page.contains("tonight") && !page.contains("/console/groups/"), page);
            }
            Visit lead = desk.visit(desk.add("Lead", StaffRole.CLINICAL_LEAD, Set.of()));
            assertTrue(desk.html(desk.today().show(lead)).contains("/console/alerts/" + foreign.get("alert")));
        }
    }
}
