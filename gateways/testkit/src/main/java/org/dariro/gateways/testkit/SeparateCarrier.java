package org.dariro.gateways.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dariro.gateways.api.DeliveryReport.Status;
import org.dariro.gateways.api.HttpCall;
import org.dariro.gateways.api.Msisdn;

/** A fake carrier that runs in a process of its own, from the start of this object to its {@link #close}. */
public final class SeparateCarrier implements CallingCarrier {
    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final int port;

    /** Starts the carrier of this class, which needs a constructor without parameters, and waits until it is ready. */
    public SeparateCarrier(Class<? extends CallingCarrier> carrier) {
        try {
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-Xmx128m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            CarrierProcess.class.getName(),
                            carrier.getName())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            String line = out.readLine();
            while (line != null && !line.startsWith("LISTENING ")) {
                line = out.readLine();
            }
            if (line == null) {
                throw new IllegalStateException("The fake carrier did not start");
            }
            port = Integer.parseInt(line.substring("LISTENING ".length()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        lines("settings").forEach(form -> settings.put(field(form, "name"), field(form, "value")));
        return settings;
    }

    @Override
    public void callsAt(String publicUrl, String account) {
        ask("calls-at", "url", publicUrl, "account", account);
    }

    @Override
    public void behave(Behaviour next) {
        ask("behave", "behaviour", next.name());
    }

    @Override
    public void faults(int percent) {
        ask("faults", "percent", String.valueOf(percent));
    }

    @Override
    public void reports(Reports how) {
        ask("reports", "how", how.name());
    }

    @Override
    public void report(String carrierId, Status status) {
        ask("report", "id", carrierId, "status", status.name());
    }

    @Override
    public void optOut(Msisdn number) {
        ask("opt-out", "number", number.e164());
    }

    @Override
    public boolean text(String id, String from, String to, String text) {
        return Boolean.parseBoolean(ask("text", "id", id, "from", from, "to", to, "text", text));
    }

    @Override
    public int requests() {
        return Integer.parseInt(ask("requests"));
    }

    @Override
    public List<Taken> taken() {
        return lines("taken").stream()
                .map(form -> new Taken(
                        Msisdn.of(field(form, "to")),
                        field(form, "text"),
                        Arrays.stream(field(form, "ids").split(" "))
                                .filter(id -> !id.isEmpty())
                                .toList(),
                        field(form, "reference")))
                .toList();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Map<String, List<String>>> lines(String what) {
        return ask(what)
                .lines()
                .map(line -> new HttpCall("POST", "", line, Map.of(), new byte[0], "").queryFields())
                .toList();
    }

    private static String field(Map<String, List<String>> form, String name) {
        return HttpCall.optional(form, name).orElseThrow();
    }

    private String ask(String what, String... fields) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/" + what))
                .POST(HttpRequest.BodyPublishers.ofString(Calls.form(fields)))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("The fake carrier failed: " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
