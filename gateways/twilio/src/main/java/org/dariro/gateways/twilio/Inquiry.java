package org.dariro.gateways.twilio;

import com.twilio.base.Page;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageReader;
import com.twilio.type.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.dariro.gateways.api.GatewayAccount;
import org.dariro.gateways.api.LookUp;
import org.dariro.gateways.api.Sent;

/**
 * Asks Twilio what became of a message: by its id, or by looking for its text among all that went to the number. Twilio
 * keeps no reference of ours with a message, and has no way to create one only once.
 */
final class Inquiry {
    private static final long PAGE = 100;
    private static final int MOST_PAGES = 10;

    /** The service may know only roughly when a text went out that a process left behind. */
    private static final Duration BEFORE = Duration.ofHours(24);

    /** By then Twilio's list shows whatever Twilio took. */
    private static final Duration SHOWN = Duration.ofMinutes(5);

    private static final String TRIAL = "Sent from your Twilio trial account - ";

    private final GatewayAccount account;
    private final TwilioSettings settings;
    private final TwilioRestClient client;

    Inquiry(GatewayAccount account, TwilioSettings settings, TwilioRestClient client) {
        this.account = account;
        this.settings = settings;
        this.client = client;
    }

    /** Of a message whose id is known. */
    LookUp fetch(Sent sent) {
        return found(sent, Message.fetcher(sent.ids().get(0)).fetch(client));
    }

    /** Of a message whose answer was lost. */
    Optional<LookUp> search(Sent sent, Predicate<String> isAnothers) {
        Shown shown = shown(sent);
        Optional<Message> match = shown.messages().stream()
                .filter(message -> isText(message, sent.text()) && !isAnothers.test(message.getSid()))
                .min(Comparator.comparing(
                        message -> Duration.between(sent.at(), created(message)).abs()));
        if (match.isPresent()) {
            return Optional.of(found(sent, match.get()));
        }
        boolean redacted = shown.messages().stream()
                .anyMatch(message ->
                        message.getBody() == null || message.getBody().isEmpty());
        return redacted || !isSure(sent, shown) ? Optional.empty() : Optional.of(new LookUp.NotFound());
    }

    /**
     * What Twilio's list shows of the time in question.
     *
     * @param whole whether the list was read to its end
     */
    private record Shown(List<Message> messages, boolean whole) {}

    /**
     * The list is ordered by the date of sending, the latest first. What still waits in Twilio's queue has no such date: a
     * filter by date would hide it, and where it stands is not said. So there is no filter, and only the whole list, or
     * the time after which the queue lets nothing go out any more, proves that something is not there.
     */
    private Shown shown(Sent sent) {
        MessageReader reader = Message.reader()
                .setTo(new PhoneNumber(sent.recipient().number().e164()))
                .setPageSize(PAGE);
        if (settings.messagingService().isEmpty()) {
            reader.setFrom(new PhoneNumber(sent.sender()));
        }
        Instant earliest = sent.at().minus(BEFORE);
        List<Message> messages = new ArrayList<>();
        Page<Message> page = reader.firstPage(client);
        for (int pages = 1; ; pages++) {
            List<Message> records = page.getRecords();
            records.stream()
                    .filter(message -> message.getDirection() != Message.Direction.INBOUND)
                    .filter(message -> !created(message).isBefore(earliest))
                    .forEach(messages::add);
            boolean older = !records.isEmpty()
                    && created(records.get(records.size() - 1)).isBefore(earliest);
            if (!page.hasNextPage() || older || pages == MOST_PAGES) {
                return new Shown(messages, !page.hasNextPage() && records.size() < PAGE);
            }
            page = reader.nextPage(page, client);
        }
    }

    private boolean isSure(Sent sent, Shown shown) {
        Instant sure = sent.at().plus(SHOWN).plusSeconds(shown.whole() ? 0 : settings.validitySeconds());
        return !account.clock().instant().isBefore(sure);
    }

    private LookUp found(Sent sent, Message message) {
        return new LookUp.Found(
                MessageState.report(account.id(), sent.recipient().reference(), message));
    }

    private static boolean isText(Message message, String text) {
        return text.equals(message.getBody()) || (TRIAL + text).equals(message.getBody());
    }

    private static Instant created(Message message) {
        return message.getDateCreated() == null
                ? Instant.MAX
                : message.getDateCreated().toInstant();
    }
}
