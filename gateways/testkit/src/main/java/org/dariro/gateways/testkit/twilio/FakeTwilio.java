package org.dariro.gateways.testkit.twilio;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.dariro.gateways.api.DeliveryReport.Status;
import org.dariro.gateways.api.HttpAnswer;
import org.dariro.gateways.api.HttpCall;
import org.dariro.gateways.api.Msisdn;
import org.dariro.gateways.testkit.CallingCarrier;
import org.dariro.gateways.testkit.Calls;
import org.dariro.gateways.testkit.CarrierCaller;
import org.dariro.gateways.testkit.FakeHttpCarrier;
import org.dariro.gateways.testkit.Reports;

/**
 * Twilio's wire, as far as texts go: creates, lists and shows messages, tells the balance, and calls with signed forms. A
 * price is told only of a message that has arrived.
 */
public final class FakeTwilio extends FakeHttpCarrier implements CallingCarrier {
    /** The account. */
    public static final String SID = "AC" + "0123456789abcdef".repeat(2);

    /** Its auth token. */
    public static final String TOKEN = "fake-auth-token";

    /** An API key of it, and the key's secret. */
    public static final String KEY = "SK" + "0123456789abcdef".repeat(2);

    public static final String SECRET = "fake-key-secret";

    private static final String ROOT = "2010-04-01/Accounts/" + SID + "/";
    private static final int LONGEST_TEXT = 1_600;
    private static final String POOL_NUMBER = "+15005550006";

    private final CarrierCaller caller = new CarrierCaller();
    private final TwilioSigner signer = new TwilioSigner(TOKEN);
    private final List<FakeMessage> messages = new CopyOnWriteArrayList<>();
    private final AtomicLong ids = new AtomicLong();
    private final long run = new SecureRandom().nextLong();
    private final InstantSource clock;
    private volatile String smsUrl = "";

    /** Opens it on a free port. */
    public FakeTwilio() {
        this(InstantSource.system());
    }

    /** Opens it with a clock that dates the messages. */
    public FakeTwilio(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                "BASE_URL", baseUrl(), "TIMEOUT_MS", String.valueOf(PATIENCE_MS), "SID", SID, "AUTH_TOKEN", TOKEN);
    }

    @Override
    public void callsAt(String publicUrl, String account) {
        smsUrl = publicUrl + "/gateways/" + account + "/sms";
    }

    @Override
    public void reports(Reports how) {
        caller.reports(how);
    }

    @Override
    public void report(String carrierId, Status status) {
        caller.untilTaken(List.of(receipt(message(carrierId), status)));
    }

    @Override
    public boolean text(String id, String from, String to, String text) {
        return caller.isTaken(signed(
                smsUrl,
                Calls.form(
                        "ToCountry",
                        "",
                        "SmsMessageSid",
                        id,
                        "NumMedia",
                        "0",
                        "SmsSid",
                        id,
                        "SmsStatus",
                        "received",
                        "Body",
                        text,
                        "FromCountry",
                        "",
                        "To",
                        to,
                        "NumSegments",
                        "1",
                        "MessageSid",
                        id,
                        "AccountSid",
                        SID,
                        "From",
                        from,
                        "ApiVersion",
                        "2010-04-01")));
    }

    @Override
    public void close() {
        caller.close();
        super.close();
    }

    @Override
    protected HttpAnswer answer(HttpCall call, Behaviour behaviour) {
        String path = call.rest().startsWith(ROOT) ? call.rest().substring(ROOT.length()) : "";
        if (!isSignedIn(call)) {
            return error(401, 20003, "Authenticate");
        } else if (path.equals("Messages.json")) {
            return call.method().equals("POST") ? create(call.form(), behaviour) : list(call);
        } else if (path.startsWith("Messages/") && path.endsWith(".json")) {
            String sid = path.substring("Messages/".length(), path.length() - ".json".length());
            return find(sid)
                    .map(message -> HttpAnswer.json(message.show().toString()))
                    .findFirst()
                    .orElseGet(FakeTwilio::notFound);
        } else if (path.equals("Balance.json")) {
            return HttpAnswer.json(JsonNodeFactory.instance
                    .objectNode()
                    .put("account_sid", SID)
                    .put("balance", "42.50")
                    .put("currency", "USD")
                    .toString());
        }
        return notFound();
    }

    private HttpAnswer create(Map<String, List<String>> form, Behaviour behaviour) {
        String to = field(form, "To");
        String from = field(form, "From");
        String text = field(form, "Body");
        if (behaviour == Behaviour.THROTTLE) {
            return error(429, 20429, "Too many requests");
        } else if (behaviour == Behaviour.REFUSE || Msisdn.parse(to).isEmpty()) {
            return error(400, 21211, "The 'To' number " + to + " is not a valid phone number.");
        } else if (hasOptedOut(Msisdn.of(to))) {
            return error(400, 21610, "Attempt to send to unsubscribed recipient");
        } else if (text.isEmpty()) {
            return error(400, 21602, "Message body is required.");
        } else if (from.isEmpty() && field(form, "MessagingServiceSid").isEmpty()) {
            return error(400, 21603, "A 'From' phone number is required.");
        } else if (text.length() > LONGEST_TEXT) {
            return error(400, 21617, "The concatenated message body exceeds the 1600 character limit.");
        }
        FakeMessage message = new FakeMessage(
                "SM%016x%016x".formatted(run, ids.incrementAndGet()),
                to,
                from.isEmpty() ? POOL_NUMBER : from,
                text,
                field(form, "StatusCallback"),
                clock.instant());
        messages.add(message);
        take(new Taken(Msisdn.of(to), text, List.of(message.sid), reference(message.callback)));
        ObjectNode answer = message.show();
        if (!message.callback.isEmpty()) {
            afterAnswer(caller.reportOn(status -> receipt(message, status)));
        }
        return new HttpAnswer(201, "application/json", answer.toString());
    }

    private HttpAnswer list(HttpCall call) {
        Map<String, List<String>> query = call.queryFields();
        List<FakeMessage> latestFirst = new ArrayList<>(messages);
        Collections.reverse(latestFirst);
        List<FakeMessage> matching = latestFirst.stream()
                .filter(message -> List.of("", message.to).contains(field(query, "To")))
                .filter(message -> List.of("", message.from).contains(field(query, "From")))
                .toList();
        int size = number(field(query, "PageSize"), 50);
        int page = number(field(query, "Page"), 0);
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("uri", "/" + call.rest())
                .put("page", page)
                .put("page_size", size);
        ArrayNode shown = json.putArray("messages");
        matching.stream().skip((long) page * size).limit(size).forEach(message -> shown.add(message.show()));
        if ((page + 1) * size < matching.size()) {
            json.put(
                    "next_page_uri",
                    "/" + ROOT + "Messages.json?"
                            + Calls.form(
                                    "To",
                                    field(query, "To"),
                                    "From",
                                    field(query, "From"),
                                    "PageSize",
                                    String.valueOf(size),
                                    "Page",
                                    String.valueOf(page + 1)));
        } else {
            json.putNull("next_page_uri");
        }
        return HttpAnswer.json(json.toString());
    }

    private HttpRequest receipt(FakeMessage message, Status status) {
        String word = message.reach(status);
        String form = Calls.form(
                "SmsSid",
                message.sid,
                "SmsStatus",
                word,
                "MessageStatus",
                word,
                "To",
                message.to,
                "MessageSid",
                message.sid,
                "AccountSid",
                SID,
                "From",
                message.from,
                "ApiVersion",
                "2010-04-01");
        return signed(
                message.callback.replaceFirst("#.*", ""),
                status == Status.FAILED ? form + "&" + Calls.form("ErrorCode", "30003") : form);
    }

    private HttpRequest signed(String url, String form) {
        String signature = signer.sign(url, Calls.of("POST", "", form).form());
        return CarrierCaller.form(url, form)
                .header("X-Twilio-Signature", signature)
                .build();
    }

    private static boolean isSignedIn(HttpCall call) {
        return Stream.of(SID + ":" + TOKEN, KEY + ":" + SECRET)
                .map(pair -> "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII)))
                .anyMatch(call.header("authorization").orElse("")::equals);
    }

    private Stream<FakeMessage> find(String sid) {
        return messages.stream().filter(message -> message.sid.equals(sid));
    }

    private FakeMessage message(String sid) {
        return find(sid).findFirst().orElseThrow(() -> new IllegalArgumentException("There is no such message"));
    }

    private static String reference(String callback) {
        int query = callback.indexOf('?');
        return query < 0
                ? ""
                : field(
                        new HttpCall(
                                        "POST",
                                        "",
                                        callback.substring(query + 1).replaceFirst("#.*", ""),
                                        Map.of(),
                                        new byte[0],
                                        "")
                                .queryFields(),
                        "ref");
    }

    private static String field(Map<String, List<String>> fields, String name) {
        return HttpCall.optional(fields, name).orElse("");
    }

    private static int number(String digits, int otherwise) {
        return digits.isEmpty() ? otherwise : Integer.parseInt(digits);
    }

    private static HttpAnswer notFound() {
        return error(404, 20404, "The requested resource was not found");
    }

    private static HttpAnswer error(int status, int code, String message) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("code", code)
                .put("message", message)
                .put("more_info", "https://www.twilio.com/docs/errors/" + code)
                .put("status", status);
        return new HttpAnswer(status, "application/json", json.toString());
    }
}
