package org.dariro.console.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dariro.console.StaffRole;
import org.dariro.console.api.CsvFault;
import org.dariro.console.signin.OpenId;
import org.dariro.console.signin.PasswordRules;
import org.dariro.console.token.Scope;
import org.dariro.console.token.TokenFault;
import org.dariro.delivery.Reconciliation;
import org.dariro.gateway.Health;
import org.dariro.platform.Templates;
import org.dariro.programme.BudgetFault;
import org.dariro.programme.Budgeting;
import org.dariro.safeguarding.AlertAction;
import org.dariro.safeguarding.AlertFault;
import org.dariro.safeguarding.AlertOutcome;
import org.dariro.safeguarding.screening.Category;
import org.dariro.safeguarding.screening.Severity;
import org.dariro.spend.Correction;
import org.dariro.spend.Spending;
import org.dariro.spend.budget.Event;
import org.dariro.spend.budget.Rung;
import org.dariro.spend.invoice.Reason;
import org.dariro.webhook.Call;
import org.dariro.webhook.Endpoint;
import org.dariro.webhook.Webhooks;
import org.junit.jupiter.api.Test;

/** The words of the pages: none missing, none written into a template. */
class WordsTest {
    private final Words words = new Words(Templates.shipped());

    private static List<Path> templates() throws IOException, URISyntaxException {
        URI layout = WordsTest.class.getResource("/templates/pages/layout.html").toURI();
        try (Stream<Path> files = Files.list(Path.of(layout).getParent())) {
            return files.filter(file -> file.toString().endsWith(".html")).toList();
        }
    }

    @Test
    void everyKeyOfATemplateIsThere() throws Exception {
        Pattern key = Pattern.compile("\\{t:([a-z0-9_-]+)");
        for (Path file : templates()) {
            Matcher matcher = key.matcher(Files.readString(file));
            while (matcher.find()) {
                assertTrue(words.keys().contains(matcher.group(1)), file.getFileName() + " " + matcher.group(1));
            }
        }
    }

    @Test
    void everyClosedSetHasItsWords() {
        Set<String> missing = new TreeSet<>();
        Stream.of(
                        Stream.of(StaffRole.values()).map(one -> "role-" + one.label()),
                        Stream.of(Category.values()).map(one -> "category-" + one.label()),
                        Stream.of(AlertOutcome.values()).map(one -> "outcome-" + one.label()),
                        Stream.of(AlertAction.Kind.values()).map(one -> "did-" + one.label()),
                        Stream.of(TokenFault.Reason.values()).map(one -> "token-fault-" + Words.label(one)),
                        Stream.of(Scope.values()).map(one -> "scope-" + TokensPage.word(one)),
                        Stream.of(Webhooks.Fault.values()).map(one -> "hook-fault-" + Words.label(one)),
                        Stream.of(org.dariro.webhook.Event.Type.values())
                                .map(one -> "hook-event-" + WebhooksPage.word(one)),
                        Stream.of(Endpoint.Why.values()).map(one -> "hook-off-why-" + Words.label(one)),
                        Stream.of(Endpoint.Why.values()).map(one -> "hook-off-" + Words.label(one)),
                        Stream.of(Call.State.values()).map(one -> "hook-state-" + Words.label(one)),
                        Stream.of(Health.State.values()).map(one -> "account-" + Words.label(one)),
                        Stream.of(Reconciliation.Resolution.values()).map(one -> "resolution-" + Words.label(one)),
                        Stream.of(org.dariro.delivery.Kind.values()).map(one -> "text-kind-" + Words.label(one)),
                        Stream.of(CsvFault.Reason.values()).map(one -> "csv-fault-" + Words.label(one)),
                        Stream.of(AlertFault.Reason.values()).map(one -> "alert-fault-" + Words.label(one)),
                        Stream.of(Severity.values())
                                .map(Words::label)
                                .filter(one -> !one.equals("none"))
                                .map(one -> "severity-" + one),
                        Stream.of(Rung.values())
                                .flatMap(one -> Stream.of("rung-", "rung-felt-").map(key -> key + Words.label(one))),
                        Stream.of(Event.Kind.values()).map(one -> "event-" + Words.label(one)),
                        Budgeting.GRAVEST.stream()
                                .flatMap(one -> Stream.of("alarm-", "alarm-do-").map(key -> key + Words.label(one))),
                        Stream.of(Spending.By.values()).map(one -> "by-" + Words.label(one)),
                        Stream.of(BudgetFault.Reason.values()).map(one -> "budget-fault-" + one.label()),
                        Stream.of(Reason.values()).flatMap(one -> Stream.of("reason-", "reason-why-")
                                .map(key -> key + Words.label(one))),
                        Stream.of(Correction.Reason.values()).map(one -> "correction-" + Words.label(one)),
                        SpendQuery.PERIODS.stream().map(one -> "period-" + one),
                        Stream.of(OpenId.Fault.values()).map(one -> "openid-" + Words.label(one)),
                        Stream.of(PasswordRules.Fault.values()).map(one -> "password-" + Words.label(one)))
                .flatMap(keys -> keys)
                .filter(key -> !words.keys().contains(key))
                .forEach(missing::add);
        assertEquals(Set.of(), missing);
    }

    @Test
    void noTemplateAsksForOneRoleByIs() throws Exception {
        for (Path file : templates()) { // Qute takes it for equality, and it is never true
            assertTrue(!Files.readString(file).matches("(?s).*visit\\.is\\('[^',]*'\\).*"), file.toString());
        }
    }

    @Test
    void noTemplateHasWordsOfItsOwn() throws Exception {
        for (Path file : templates()) {
            String text = Files.readString(file)
                    .replaceAll("(?s)<[^>]*>", " ")
                    .replaceAll("\\{[^{}]*}", " ")
                    .replaceAll("\\{[^{}]*}", " ")
                    .replaceAll("narrow|Dariro|Ctrl|Enter|UTC|\\b[jkr]\\b", " ");
            Matcher letters = Pattern.compile("\\p{L}{2,}").matcher(text);
            assertTrue(!letters.find(), () -> file.getFileName() + " says " + letters.group());
        }
    }

    @Test
    void oneIsSaidOtherwiseThanMany() {
        Words.Spoken english = words.in("en");
        assertEquals("1 segment", english.text("segments", List.of(1)));
        assertEquals("2 segments", english.text("segments", List.of(2)));
        assertEquals("es", words.in("es").language());
        assertEquals("en", words.in("fr").language());
        assertEquals("sw", words.asked(Optional.of("sw-KE,en;q=0.5")).language());
        assertEquals("en", words.asked(Optional.of("(nonsense;;")).language());
    }
}
