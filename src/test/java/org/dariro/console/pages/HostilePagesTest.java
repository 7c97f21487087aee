package org.dariro.console.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dariro.console.HostileTexts;
import org.dariro.gateways.api.InboundSms;
import org.dariro.group.Group;
import org.dariro.safeguarding.Alert;
import org.dariro.safeguarding.AlertQuery;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Five hundred hostile texts come in; every page shows them as texts, and every table holds no formula. */
class HostilePagesTest {
    private static final String NUMBER = "+263771000011";
    private static final String NAME = "=1+1 <zq17 onload=x> \"'{visit}\u202e";
    private static final int AT_ONCE = 40;
    private final Desk desk = new Desk(
            Map.of("DARIRO_SECOND_FACTOR", "optional", "DARIRO_FLOOD_TEXTS", "100000", "DARIRO_LOOP_TEXTS", "100000"));
    private final EveryPage pages = new EveryPage(desk);
    private final Harmless harmless = new Harmless();
    private final Set<String> routes = new TreeSet<>();
    private final Set<Long> alerts = new HashSet<>();
    private Map<String, String> ids = Map.of();
    private Visit visit;
    private int tables;

    @BeforeEach
    void begin() {
        ids = new HashMap<>(RouteMatrixTest.things(desk, "OWN", NUMBER));
        visit = EveryPage.ofAllRoles(desk, NAME);
        ids.put("user", Long.toString(visit.user().id()));
        ids.put("staff", EveryPage.staff(desk, NAME + " 2", ids.get("group")));
        ids.put("token", desk.dariro.database.inTransaction(tx -> desk.users.link(tx, visit.user(), NAME)));
        ids.put("study", RouteMatrixTest.study(desk, NAME, group()));
        desk.dariro.database.useTransaction(tx -> {
            Group group = desk.dariro.groups.get(tx, group());
            desk.dariro.groups.change(
                    tx,
                    new Group(
                            group.id(),
                            NAME,
                            group.code(),
                            group.lineId(),
                            group.language(),
                            group.country(),
                            group.mode(),
                            group.window(),
                            group.contacts(),
                            group.holdsHigh(),
                            group.closed()));
        });
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private long group() {
        return Long.parseLong(ids.get("group"));
    }

    @Test
    void everyPageShowsThemAsTextsAndNothingElse() {
        List<String> texts = HostileTexts.all();
        assertEquals(HostileTexts.COUNT, texts.size());
        for (int i = 0; i < texts.size(); i += AT_ONCE) {
            for (int j = i; j < Math.min(i + AT_ONCE, texts.size()); j++) {
                desk.dariro.camel.send(
                        "direct:inlet-sms", new InboundSms("sim", "hostile-" + j, NUMBER, Desk.LINE, texts.get(j)));
            }
            desk.dariro.runDue();
            desk.clock.set(desk.clock.instant().plus(Duration.ofMinutes(1)));
            lookAtAll();
        }
        for (int i = 0; i < texts.size(); i += AT_ONCE / 8) { // in the address
            pages.askedFor(texts.get(i), visit, ids).forEach(this::look);
        }
        assertTrue(routes.size() >= 20 && tables > 0, routes.toString());
        assertTrue(alerts.size() > 50, "alerts " + alerts.size());
    }

    private void lookAtAll() {
        pages.shown(visit, ids, "").forEach(this::look);
        List<Alert> all = desk.dariro.database.inTransaction(
                tx -> desk.dariro.alerts.list(tx, AlertQuery.all(AlertQuery.Kind.ALL)));
        for (Alert alert : all) {
            if (alerts.add(alert.id())) {
                Map<String, String> other = new HashMap<>(ids);
                other.put("alert", Long.toString(alert.id()));
                pages.shown(visit, other, "alert").forEach(this::look);
            }
        }
    }

    private void look(EveryPage.Shown shown) {
        routes.add(shown.route());
        if (shown.isTable()) {
            tables++;
            assertEquals(List.of(), HostileTexts.formulas(shown.body()), shown.route());
        } else if (shown.isHtml()) {
            Document page = harmless.page(shown.route(), shown.body());
            if (shown.route().startsWith("GET /groups/{group}/thread:")) {
                verbatim(page);
            }
        }
    }

    /** The latest posts stand there letter for letter. */
    private void verbatim(Document page) {
        List<String> said =
                page.select(".said").stream().map(Element::wholeText).collect(Collectors.toList());
        List<String> posts = desk.dariro.database.inTransaction(tx -> {
            long last = desk.dariro.log.lastSeq(tx, group());
            return new ArrayList<>(desk.dariro.log.after(tx, group(), Math.max(0, last - AT_ONCE), AT_ONCE).stream()
                    .map(post -> post.post().text())
                    .toList());
        });
        assertTrue(said.containsAll(posts), () -> {
            posts.removeAll(said);
            return "not there as it was written: " + posts;
        });
    }
}
