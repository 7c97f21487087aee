package org.dariro.gateways.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.dariro.gateways.api.HttpAnswer;
import org.dariro.gateways.api.HttpCall;
import org.dariro.gateways.api.UnreadableCall;

/**
 * {@code GET inbox?since=&wait=&phones=}: what reached these phones after message number {@code since}; with nothing new
 * it waits up to {@code wait} seconds. {@code run} in the answer changes when the process was started again and the
 * numbers begin anew. Few may wait at once, as each holds a thread of the web server; the others are answered at once.
 */
final class InboxPage {
    private static final int MOST_WAITING = 32;
    private static final int MOST_PHONES = 64;
    private static final int LONGEST_WAIT = 25;

    private final Phones phones;
    private final String run;
    private final MessageJson messages;
    private final Semaphore seats = new Semaphore(MOST_WAITING);

    InboxPage(Phones phones, String run, Function<PhoneMessage, String> id) {
        this.phones = phones;
        this.run = run;
        this.messages = new MessageJson(id);
    }

    HttpAnswer answer(HttpCall call) {
        if (!call.method().equals("GET")) {
            return HttpAnswer.error(405, "The inbox is read by GET.");
        }
        Map<String, List<String>> query = call.queryFields();
        long since = number(query, "since", Long.MAX_VALUE);
        long wait = number(query, "wait", LONGEST_WAIT);
        List<Phone> watched = watched(query);
        ObjectNode found = read(watched, since);
        if (wait > 0 && found.path("messages").isEmpty() && seats.tryAcquire()) {
            try {
                await(watched, since, wait);
            } finally {
                seats.release();
            }
            found = read(watched, since);
        }
        return Json.answer(found);
    }

    private void await(List<Phone> watched, long since, long seconds) {
        CountDownLatch next = new CountDownLatch(1);
        watched.forEach(phone -> phone.watch(next));
        try {
            // What came between the first look and the watch is seen now; what comes later counts the latch down.
            if (read(watched, since).path("messages").isEmpty()) {
                next.await(seconds, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            watched.forEach(phone -> phone.unwatch(next));
        }
    }

    private ObjectNode read(List<Phone> watched, long since) {
        long upTo = phones.newest();
        ObjectNode json = Json.object().put("run", run).put("next", upTo);
        var list = json.putArray("messages");
        for (Phone phone : watched) {
            messages.write(phone.msisdn(), phone.shown(since, upTo), list);
        }
        return json;
    }

    private List<Phone> watched(Map<String, List<String>> query) {
        List<Phone> watched = new ArrayList<>();
        for (String written : HttpCall.required(query, "phones").split(",")) {
            watched.add(phones.phone(PhonesPage.msisdn(written)
                    .orElseThrow(() -> new UnreadableCall("The field 'phones' has an entry that is no number."))));
        }
        if (watched.size() > MOST_PHONES) {
            throw new UnreadableCall("The field 'phones' may list " + MOST_PHONES + " numbers.");
        }
        return watched;
    }

    private static long number(Map<String, List<String>> query, String name, long most) {
        String written = HttpCall.optional(query, name).orElse("0");
        if (!written.matches("[0-9]{1,18}") || Long.parseLong(written) > most) {
            throw new UnreadableCall("The field '" + name + "' must be a whole number from 0 to " + most + ".");
        }
        return Long.parseLong(written);
    }
}
