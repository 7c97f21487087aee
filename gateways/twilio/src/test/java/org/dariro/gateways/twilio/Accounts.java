package org.dariro.gateways.twilio;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dariro.gateways.api.Batch;
import org.dariro.gateways.api.Gateway;
import org.dariro.gateways.api.GatewayAccount;
import org.dariro.gateways.api.Msisdn;
import org.dariro.gateways.api.Recipient;
import org.dariro.gateways.api.Sent;
import org.dariro.gateways.testkit.FakeCarrier;
import org.dariro.gateways.testkit.twilio.FakeTwilio;

/** The account that the tests use, and texts to and from it. */
final class Accounts {
    static final String LINE = "+27600000001";
    static final Msisdn MEMBER = Msisdn.of("+27821234567");
    static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private Accounts() {}

    static Gateway open(FakeCarrier carrier, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(carrier.settings());
        all.putAll(settings);
        return new TwilioFactory().create(account(all));
    }

    static GatewayAccount account(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(Map.of("SID", FakeTwilio.SID, "AUTH_TOKEN", FakeTwilio.TOKEN));
        all.putAll(settings);
        return new GatewayAccount(
                "tw", "https://sms.example.org", name -> Optional.ofNullable(all.get(name)), InstantSource.fixed(NOW));
    }

    static Batch batch(String text) {
        return new Batch(LINE, text, List.of(new Recipient(MEMBER, "7")));
    }

    /** A text {@code hello} of two hours ago. */
    static Sent sent(List<String> ids) {
        return sent(NOW.minusSeconds(7_200), ids);
    }

    static Sent sent(Instant at, List<String> ids) {
        return new Sent(LINE, "hello", new Recipient(MEMBER, "7"), at, ids);
    }
}
