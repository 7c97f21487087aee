package org.dariro.console.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dariro.platform.Settings;
import org.jspecify.annotations.Nullable;

/**
 * {@code dariro accounts} and its like: what operators do from a terminal. It calls the API of the running service.
 *
 * <p>Settings: {@code DARIRO_URL} ({@code http://localhost:8080}), and the token from {@code DARIRO_API_TOKEN} or the file
 * {@code DARIRO_HOME/api-token}.
 */
public final class CommandLine {
    private static final String USAGE = """
            Usage:
              dariro accounts                    how each carrier account does
              dariro test ACCOUNT NUMBER [LINE]  send a test text to NUMBER by an account
              dariro unknown                     texts of which nobody knows whether they arrived
              dariro budget                      how the budgets stand
              dariro resolve ID arrived|lost|resend BY REASON
                                                 decide on one of them
              dariro audit verify [HEAD]         whether the audit trail is as it was written, and runs through HEAD
              dariro audit head                  where it ends now: note it down outside
              dariro invoice FILE ACCOUNT NUMBER import a carrier's invoice (CSV), and show how it differs from the ledger
              dariro invoice confirm ID [REASON,...]
                                                 enter it; of what differs, the texts with these reasons
            """;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Settings settings;
    private final PrintStream out;
    private final PrintStream err;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    CommandLine(Settings settings, PrintStream out, PrintStream err) {
        this.settings = settings;
        this.out = out;
        this.err = err;
    }

    /** Ends with 0 when it was done, 1 when the service refused or failed, 2 when the command is wrong. */
    public static void main(String... arguments) {
        Settings settings = new Settings(name -> Optional.ofNullable(System.getenv(name)));
        System.exit(new CommandLine(settings, System.out, System.err).run(List.of(arguments)));
    }

    /** A sentence for the user, instead of an answer. */
    private static final class Failed extends Exception {
        private static final long serialVersionUID = 1L;

        Failed(String sentence) {
            super(sentence);
        }
    }

    int run(List<String> arguments) {
        try {
            String command = arguments.isEmpty() ? "" : arguments.get(0);
            if (command.equals("accounts") && arguments.size() == 1) {
                accounts();
            } else if (command.equals("test") && (arguments.size() == 3 || arguments.size() == 4)) {
                return test(arguments);
            } else if (command.equals("unknown") && arguments.size() == 1) {
                unknown();
            } else if (command.equals("budget") && arguments.size() == 1) {
                budgets();
            } else if (command.equals("resolve") && arguments.size() == 5) {
                resolve(arguments);
            } else if (command.equals("audit") && arguments.size() > 1) {
                return audit(arguments);
            } else if (command.equals("invoice") && arguments.size() >= 3 && arguments.size() <= 4) {
                return invoice(arguments);
            } else {
                err.print(USAGE);
                return 2;
            }
            return 0;
        } catch (Failed e) {
            err.println(e.getMessage());
            return 1;
        }
    }

    private void accounts() throws Failed {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "ACCOUNT", "KIND", "STATE", "SINCE", "QUEUE", "UNKNOWN", "PER MIN", "TODAY", "BALANCE", "CODES"));
        for (JsonNode account : call("GET", "/accounts", null).path("items")) {
            JsonNode figures = account.path("figures");
            JsonNode health = account.path("health");
            rows.add(List.of(
                    account.path("id").asText(),
                    account.path("kind").asText(),
                    state(health, figures),
                    time(health.path("since")),
                    String.valueOf(figures.path("lanes").asLong()
                            + figures.path("waiting").asLong()),
                    figures.path("unknown").asText("-"),
                    figures.path("perMinute").asText("-"),
                    figures.path("today").asText("-"),
                    figures.path("balance").asText("-"),
                    codes(figures.path("codes"))));
        }
        print(rows);
    }

    private void budgets() throws Failed {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("BUDGET", "AMOUNT", "RESERVE", "SPENT", "LEFT", "FORECAST", "UNTIL", "PACE", "ALARMS"));
        for (JsonNode budget : call("GET", "/budgets", null).path("items")) {
            JsonNode forecast = budget.path("forecast");
            List<String> alarms = new ArrayList<>();
            budget.path("alarms").forEach(alarm -> alarms.add(alarm.asText()));
            rows.add(List.of(
                    budget.path("group").isNull()
                            ? "programme"
                            : "group " + budget.path("group").asText(),
                    budget.path("amount").asText("-") + " "
                            + budget.path("currency").asText(),
                    budget.path("reserve").asText("-"),
                    budget.path("spent").asText("-"),
                    budget.path("left").asText("-"),
                    forecast.isObject() ? forecast.path("share").asText() + " %" : "-",
                    time(budget.path("until")),
                    budget.path("rung").asText("-"),
                    alarms.isEmpty() ? "-" : String.join(" ", alarms)));
        }
        print(rows);
    }

    private static String state(JsonNode health, JsonNode figures) {
        if (figures.path("connected").isBoolean() && !figures.path("connected").asBoolean()) {
            return "no session"; // before the circuit opens
        }
        return switch (health.path("state").asText("")) {
            case "closed" -> "up";
            case "open" -> "DOWN";
            case "half-open" -> "trying";
            default -> "-";
        };
    }

    private static String codes(JsonNode codes) {
        List<String> some = new ArrayList<>();
        codes.properties()
                .forEach(code -> some.add(code.getKey() + "=" + code.getValue().asText()));
        return some.isEmpty() ? "-" : String.join(" ", some);
    }

    private int test(List<String> arguments) throws Failed {
        ObjectNode body = JSON.createObjectNode().put("to", arguments.get(2));
        if (arguments.size() == 4) {
            try {
                body.put("line", Long.parseLong(arguments.get(3)));
            } catch (NumberFormatException e) {
                throw new Failed("LINE is the id of a line, a number; GET /api/v1/lines lists them.");
            }
        }
        JsonNode answer = call("POST", "/accounts/" + encoded(arguments.get(1)) + "/test", body);
        String outcome = answer.path("outcome").asText();
        out.println(outcome
                + (answer.path("code").isTextual() ? ": " + answer.path("code").asText() : ""));
        return outcome.equals("accepted") ? 0 : 1;
    }

    private void unknown() throws Failed {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("ID", "SINCE", "GROUP", "NICKNAME", "KIND", "CODE", "ASKED", "ANSWER"));
        for (JsonNode one :
                call("GET", "/deliveries?state=unknown&limit=100", null).path("items")) {
            JsonNode known = call("GET", "/deliveries/" + one.path("id").asLong() + "/evidence", null);
            rows.add(List.of(
                    one.path("id").asText(),
                    time(one.path("changedAt")),
                    one.path("group").asText("-"),
                    one.path("nickname").asText("-"),
                    one.path("kind").asText(),
                    one.path("code").asText("-"),
                    known.path("asked").asText(),
                    known.path("answer").asText("-")));
        }
        print(rows);
    }

    private void resolve(List<String> arguments) throws Failed {
        if (!arguments.get(1).matches("[0-9]{1,18}")) {
            throw new Failed("ID is a number; dariro unknown lists them.");
        }
        ObjectNode body = JSON.createObjectNode()
                .put("outcome", arguments.get(2))
                .put("by", arguments.get(3))
                .put("reason", arguments.get(4));
        JsonNode answer = call("POST", "/deliveries/" + arguments.get(1) + "/resolution", body);
        out.println("now " + answer.path("state").asText());
    }

    /** Ends with 1 when a row is bad. */
    private int audit(List<String> arguments) throws Failed {
        if (arguments.get(1).equals("head") && arguments.size() == 2) {
            out.println(call("GET", "/audit/head", null).path("head").asText());
            return 0;
        } else if (!arguments.get(1).equals("verify") || arguments.size() > 3) {
            err.print(USAGE);
            return 2;
        }
        String noted =
                arguments.size() == 3 ? "?noted=" + URLEncoder.encode(arguments.get(2), StandardCharsets.UTF_8) : "";
        JsonNode verdict = call("GET", "/audit/verification" + noted, null);
        JsonNode bad = verdict.path("bad");
        if (bad.isObject()) {
            String which = bad.path("seq").isNull()
                    ? "The row with id " + bad.path("id").asText()
                    : "Row " + bad.path("seq").asText()
                            + (bad.path("id").isNull()
                                    ? ""
                                    : " (id " + bad.path("id").asText() + ")");
            out.println(which + " " + bad.path("what").asText() + ". The rows before it are good: "
                    + verdict.path("sealed").asText() + ".");
            return 1;
        }
        out.println("All " + verdict.path("sealed").asText() + " rows are as they were written; "
                + verdict.path("unsealed").asText() + " more are not sealed yet.");
        out.println("Head " + verdict.path("head").asText());
        return 0;
    }

    private int invoice(List<String> arguments) throws Failed {
        if (arguments.get(1).equals("confirm")) {
            ObjectNode body = JSON.createObjectNode();
            if (arguments.size() == 4) {
                List.of(arguments.get(3).split(",")).forEach(body.putArray("accept")::add);
            }
            JsonNode answer = call("POST", "/spend/invoices/" + encoded(arguments.get(2)) + "/confirm", body);
            out.println("entered " + answer.path("entered").asInt() + " texts");
            return 0;
        } else if (arguments.size() != 4) {
            err.print(USAGE);
            return 2;
        }
        byte[] table;
        try {
            table = Files.readAllBytes(Path.of(arguments.get(1)));
        } catch (IOException e) {
            throw new Failed("The file " + arguments.get(1) + " cannot be read.");
        }
        String path = "/spend/invoices?account=" + encoded(arguments.get(2)) + "&number=" + encoded(arguments.get(3));
        JsonNode report = call("POST", path, "text/csv", HttpRequest.BodyPublishers.ofByteArray(table));
        out.println("invoice " + report.path("invoice").path("id").asText()
                + (report.path("known").asBoolean() ? " (imported before)" : "") + ": "
                + report.path("rows").asInt() + " rows, "
                + report.path("agreed").asInt() + " texts agree");
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("REASON", "TEXTS", "CURRENCY", "BILLED", "BOOKED"));
        report.path("totals")
                .forEach(total -> rows.add(List.of(
                        total.path("reason").asText(),
                        total.path("texts").asText(),
                        total.path("currency").asText(),
                        total.path("billed").asText(),
                        total.path("booked").asText())));
        if (rows.size() > 1) {
            print(rows);
        }
        return 0;
    }

    private static String encoded(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8);
    }

    private static String time(JsonNode instant) {
        return instant.isTextual() ? instant.asText().replaceFirst("\\..*", "Z") : "-";
    }

    private void print(List<List<String>> rows) {
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                int column = i;
                int width = rows.stream()
                        .mapToInt(cells -> cells.get(column).length())
                        .max()
                        .orElse(0);
                line.append(i == row.size() - 1 ? row.get(i) : ("%-" + width + "s  ").formatted(row.get(i)));
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private JsonNode call(String method, String path, @Nullable JsonNode body) throws Failed {
        return call(
                method,
                path,
                "application/json",
                body == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body.toString()));
    }

    private JsonNode call(String method, String path, String type, HttpRequest.BodyPublisher body) throws Failed {
        String base = settings.text("DARIRO_URL").orElse("http://localhost:8080");
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/api/v1" + path))
                .timeout(Duration.ofMinutes(path.startsWith("/audit") ? 30 : 1))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", type)
                .method(method, body)
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 400) {
                throw new Failed(problem(answer));
            }
            return JSON.readTree(answer.body());
        } catch (ConnectException e) {
            throw new Failed("No service answers at " + base + ". Is it running? DARIRO_URL says where.");
        } catch (IOException e) {
            throw new Failed("The service at " + base + " did not answer as expected.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failed("Interrupted.");
        }
    }

    private static String problem(HttpResponse<String> answer) {
        try {
            JsonNode problem = JSON.readTree(answer.body());
            List<String> errors = new ArrayList<>();
            problem.path("errors")
                    .forEach(error -> errors.add(error.path("field").asText() + ": "
                            + error.path("detail").asText()));
            String detail = problem.path("detail").asText(problem.path("title").asText());
            return errors.isEmpty() ? detail : errors.stream().collect(Collectors.joining("\n"));
        } catch (IOException e) {
            return "The service answered " + answer.statusCode() + ".";
        }
    }

    private String token() throws Failed {
        Optional<String> token = settings.text("DARIRO_API_TOKEN");
        if (token.isPresent()) {
            return token.get();
        }
        Path file = settings.home().resolve("api-token");
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new Failed("There is no token: set DARIRO_API_TOKEN, or DARIRO_HOME where api-token lies.");
        }
    }
}
