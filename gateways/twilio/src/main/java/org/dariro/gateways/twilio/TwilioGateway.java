package org.dariro.gateways.twilio;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Balance;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.type.PhoneNumber;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.camel.RoutesBuilder;
import org.dariro.gateways.api.Batch;
import org.dariro.gateways.api.Capabilities;
import org.dariro.gateways.api.Charging;
import org.dariro.gateways.api.Gateway;
import org.dariro.gateways.api.GatewayAccount;
import org.dariro.gateways.api.LookUp;
import org.dariro.gateways.api.Money;
import org.dariro.gateways.api.Outcome;
import org.dariro.gateways.api.Recipient;
import org.dariro.gateways.api.Sent;

/** One Twilio account, with a client of its own: the SDK's global one is never used. */
final class TwilioGateway implements Gateway {
    private static final int MOST_SEGMENTS = 10; // Twilio takes 1,600 characters

    /** Twilio calls again when it cannot connect, gets no answer or a 5xx. The fragment is not part of what it signs. */
    private static final String CALL_AGAIN = "#rc=5&rp=5xx,ct,rt";

    private final GatewayAccount account;
    private final TwilioSettings settings;
    private final Wire wire;
    private final TwilioRestClient client;
    private final Inquiry inquiry;

    TwilioGateway(GatewayAccount account, TwilioSettings settings) {
        this.account = account;
        this.settings = settings;
        wire = new Wire(settings);
        client = new TwilioRestClient.Builder(settings.user(), settings.secret())
                .accountSid(settings.sid())
                .httpClient(wire)
                .build();
        inquiry = new Inquiry(account, settings, client);
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(1, true, MOST_SEGMENTS, true, true, true, Charging.ON_REQUEST, settings.connections());
    }

    @Override
    public RoutesBuilder routes() {
        return new TwilioRoutes(account, new TwilioCalls(account, new Signature(settings.tokens())));
    }

    @Override
    public List<Outcome> send(Batch batch) {
        return batch.recipients().stream().map(to -> send(batch, to)).toList();
    }

    private Outcome send(Batch batch, Recipient to) {
        PhoneNumber number = new PhoneNumber(to.number().e164());
        MessageCreator creator = settings.messagingService()
                .map(service -> Message.creator(number, service, batch.text()))
                .orElseGet(() -> Message.creator(number, new PhoneNumber(batch.sender()), batch.text()))
                .setStatusCallback(callback(to));
        if (settings.validitySeconds() < TwilioSettings.LONGEST_VALIDITY) {
            creator.setValidityPeriod(settings.validitySeconds());
        }
        try {
            return outcome(creator.create(client));
        } catch (RuntimeException e) {
            return Failures.outcome(e);
        }
    }

    /** What Twilio answered. Of a message that has failed by then Twilio tells nothing more. */
    private static Outcome outcome(Message message) {
        if (message.getSid() == null || message.getSid().isBlank()) {
            return new Outcome.Unknown("UNREADABLE");
        }
        return MessageState.code(message)
                .<Outcome>map(code ->
                        code.equals(Failures.OPTED_OUT) ? new Outcome.OptedOut(code) : new Outcome.Refused(code))
                .orElseGet(() -> new Outcome.Accepted(List.of(message.getSid()), Optional.empty()));
    }

    private URI callback(Recipient to) {
        return URI.create(account.publicAddress("receipts") + "?" + TwilioCalls.REFERENCE + "="
                + URLEncoder.encode(to.reference(), StandardCharsets.UTF_8) + CALL_AGAIN);
    }

    @Override
    public Optional<LookUp> lookUp(Sent sent, Predicate<String> isAnothers) {
        try {
            return sent.ids().isEmpty() ? inquiry.search(sent, isAnothers) : Optional.of(inquiry.fetch(sent));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Twilio tells it of a main account only, not of a subaccount. */
    @Override
    public Optional<Money> balance() {
        try {
            Balance balance = Balance.fetcher().fetch(client);
            return Optional.of(new Money(
                    new BigDecimal(balance.getBalance()), balance.getCurrency().toUpperCase(Locale.ROOT)));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        wire.close();
    }
}
