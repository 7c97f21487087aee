package org.dariro.gateways.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.dariro.gateways.api.DeliveryReport.Status;
import org.dariro.gateways.api.HttpCall;
import org.dariro.gateways.api.Msisdn;

/**
 * A fake carrier in a process of its own, and the small HTTP service by which a test drives it. {@link SeparateCarrier} is
 * the other end. Prints one line {@code LISTENING <port>} when it is ready, and ends when its standard input does.
 */
public final class CarrierProcess {
    private final CallingCarrier carrier;

    private CarrierProcess(CallingCarrier carrier) {
        this.carrier = carrier;
    }

    /** @param arguments the class of a {@link CallingCarrier} with a constructor without parameters */
    public static void main(String... arguments) throws Exception {
        CallingCarrier carrier = Class.forName(arguments[0])
                .asSubclass(CallingCarrier.class)
                .getConstructor()
                .newInstance();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setExecutor(Executors.newCachedThreadPool(CarrierProcess::daemon));
        server.createContext("/", new CarrierProcess(carrier)::serve);
        server.start();
        System.out.println("LISTENING " + server.getAddress().getPort());
        while (System.in.read() >= 0) {
            // whoever started it is still there
        }
        server.stop(0);
        carrier.close();
        System.exit(0);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "control");
        thread.setDaemon(true);
        return thread;
    }

    private void serve(HttpExchange exchange) throws IOException {
        HttpCall call = Calls.of(exchange);
        String answer;
        int status = 200;
        try {
            answer = answer(call.rest(), call.form());
        } catch (RuntimeException e) {
            status = 500;
            answer = String.valueOf(e.getMessage());
        }
        byte[] body = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private String answer(String what, Map<String, List<String>> form) {
        switch (what) {
            case "settings" -> {
                return carrier.settings().entrySet().stream()
                        .map(setting -> Calls.form("name", setting.getKey(), "value", setting.getValue()))
                        .collect(Collectors.joining("\n"));
            }
            case "calls-at" -> carrier.callsAt(field(form, "url"), field(form, "account"));
            case "behave" -> carrier.behave(FakeCarrier.Behaviour.valueOf(field(form, "behaviour")));
            case "faults" -> carrier.faults(Integer.parseInt(field(form, "percent")));
            case "reports" -> carrier.reports(Reports.valueOf(field(form, "how")));
            case "report" -> carrier.report(field(form, "id"), Status.valueOf(field(form, "status")));
            case "opt-out" -> carrier.optOut(Msisdn.of(field(form, "number")));
            case "requests" -> {
                return String.valueOf(carrier.requests());
            }
            case "text" -> {
                return String.valueOf(
                        carrier.text(field(form, "id"), field(form, "from"), field(form, "to"), field(form, "text")));
            }
            case "taken" -> {
                return carrier.taken().stream()
                        .map(message -> Calls.form(
                                "to",
                                message.to().e164(),
                                "text",
                                message.text(),
                                "ids",
                                String.join(" ", message.ids()),
                                "reference",
                                message.reference()))
                        .collect(Collectors.joining("\n"));
            }
            default -> throw new IllegalArgumentException("There is nothing called " + what);
        }
        return "";
    }

    private static String field(Map<String, List<String>> form, String name) {
        return HttpCall.optional(form, name).orElseThrow();
    }
}
