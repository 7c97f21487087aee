package org.dariro.transcript;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dariro.Dariro;
import org.dariro.gateways.api.Charge;
import org.dariro.gateways.api.DeliveryReport;
import org.dariro.gateways.api.HttpAnswer;
import org.dariro.gateways.api.HttpCall;
import org.dariro.gateways.api.InboundSms;
import org.dariro.gateways.api.Inlet;
import org.dariro.gateways.api.Money;
import org.dariro.gateways.api.UssdReply;
import org.dariro.gateways.api.UssdRequest;
import org.dariro.gateways.simulator.SimulatorGateway;
import org.dariro.platform.Settings;
import org.dariro.platform.Vault;
import org.dariro.platform.Work;

/**
 * The whole service in this process, wired by constructors, on H2 in memory, its work done in the caller's thread. One
 * service plays all transcripts; between them its tables are emptied.
 */
final class MemoryStage extends ServiceStage {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final String database;
    private final HandClock clock;
    private final Vault vault;
    private Dariro dariro;
    private final List<Received> received = new ArrayList<>();
    private final Map<String, String> lastReference = new HashMap<>();

    static MemoryStage open() {
        HandClock clock = new HandClock();
        Vault vault = Vault.inMemory();
        String database = UUID.randomUUID().toString();
        return new MemoryStage(start(database, clock, vault), database, clock, vault);
    }

    private static Dariro start(String database, HandClock clock, Vault vault) {
        return new Dariro(
                        Settings.of(Map.of(
                                "DARIRO_DB_URL",
                                "jdbc:h2:mem:" + database + ";DB_CLOSE_DELAY=-1",
                                "DARIRO_ACCOUNTS",
                                ACCOUNT + "," + OTHER_ACCOUNT,
                                "DARIRO_ACCOUNT_SIM_KEEP",
                                "100000",
                                "DARIRO_ACCOUNT_ALT_KIND",
                                "simulator")),
                        vault,
                        clock,
                        Work.inline())
                .start();
    }

    private MemoryStage(Dariro dariro, String database, HandClock clock, Vault vault) {
        super(Parts.of(dariro), clock);
        this.dariro = dariro;
        this.database = database;
        this.clock = clock;
        this.vault = vault;
        listen();
    }

    @Override
    public void restart() {
        dariro.close();
        dariro = start(database, clock, vault);
        listen();
        goOn(Parts.of(dariro));
        dariro.runDue();
    }

    private void listen() {
        for (String account : List.of(ACCOUNT, OTHER_ACCOUNT)) {
            ((SimulatorGateway) dariro.accounts.get(account).gateway()).listener(text -> {
                received.add(new Received(text.to().e164(), text.from(), text.text()));
                lastReference.put(text.to().e164(), text.reference());
            });
        }
    }

    @Override
    void clearPhones() {
        received.clear();
        lastReference.clear();
    }

    @Override
    public void text(Sent text) {
        dariro.camel.send(
                Inlet.SMS, new InboundSms(account(text.to()), text.id(), text.from(), text.to(), text.text()));
        dariro.runDue();
    }

    @Override
    public UssdReply dial(String session, String phone, String code, String typed) {
        UssdReply reply = dariro.camel.request(
                Inlet.USSD, new UssdRequest(ACCOUNT, session, phone, code, typed), UssdReply.class);
        dariro.runDue();
        return reply;
    }

    @Override
    public void carrier(String line, Map<String, Object> conditions) {
        Map<String, Object> all = new HashMap<>(conditions);
        all.put("receipts", false); // they would come from threads of their own; a transcript names each
        try {
            HttpCall put = new HttpCall(
                    "PUT", "", "", Map.of(), JSON.writeValueAsString(all).getBytes(StandardCharsets.UTF_8), "");
            HttpAnswer answer =
                    dariro.camel.request("direct:gateways/" + account(line) + "/conditions", put, HttpAnswer.class);
            if (answer.status() != 200) {
                throw new IllegalArgumentException(answer.body());
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public void report(String phone, String status, String cost) {
        String reference = Optional.ofNullable(lastReference.get(phone))
                .orElseThrow(() -> new IllegalArgumentException("nothing was sent to " + phone));
        dariro.camel.send(
                Inlet.RECEIPT,
                new DeliveryReport(
                        ACCOUNT,
                        "report-" + reference,
                        Optional.of(reference),
                        DeliveryReport.Status.valueOf(status.toUpperCase(Locale.ROOT)),
                        Optional.empty(),
                        cost.isEmpty() ? Optional.empty() : Optional.of(charge(cost))));
    }

    private static Charge charge(String cost) {
        return Charge.of(new Money(new BigDecimal(cost.substring(4)), cost.substring(0, 3)));
    }

    @Override
    public List<Received> received() {
        List<Received> all = List.copyOf(received);
        received.clear();
        return all;
    }

    @Override
    public void close() {
        dariro.close();
    }
}
