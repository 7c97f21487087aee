package org.dariro.bench.load;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * Hands texts to the service as a carrier does: one call at a time, and again, with the same id, until it is answered with
 * 200.
 */
final class Writer implements AutoCloseable {
    /**
     * Ordinary words, most of about 60 characters; each text also carries its mark and so is like no other. The fourth leaves the second
     * opinion in doubt, so that it reads one text in eight, of 14 pieces, as a sentence: of ordinary English SMS it reads one in nine, of
     * 12 pieces.
     */
    private static final String[] WORDS = {
        "Good morning all, the clinic opens late today, go after nine",
        "Thank you for yesterday, I walked home with a lighter heart",
        "My sister cooked for us and the children are back in school",
        "He is angry with me",
        "Where do I get my pills on Friday? The clinic told me Monday",
        "The rain came at last and we planted the beans by the river",
        "I took the pills with food as you said and it went better",
        "It rained on our maize at last, we are all very glad here"
    };

    private static final int TIMEOUT_MS = 20_000;
    private final Ledger ledger;
    private final HttpCaller http;
    private final String path;
    private final String run;
    private volatile boolean stopped;

    /** @param run sets the ids of this run apart from those of others */
    Writer(Ledger ledger, URI base, String account, String run) {
        this.ledger = ledger;
        this.http = new HttpCaller(base, TIMEOUT_MS);
        this.path = base.getRawPath() + "/gateways/" + account + "/sms";
        this.run = run;
    }

    /** Writes one text; its time runs from {@code from}. */
    void write(int sender, long from) throws InterruptedException {
        int number = ledger.next(sender);
        ledger.sent(number, from);
        byte[] form = form(number, sender);
        while (!stopped) {
            try {
                HttpMessage answer =
                        http.call("POST", path, "Content-Type: application/x-www-form-urlencoded\r\n", form);
                if (answer.status() == 200) {
                    ledger.answered(number, System.nanoTime());
                    return;
                } else if (answer.status() < 500 && answer.status() != 404) {
                    throw new IllegalStateException("The service refused a text: " + answer.status());
                }
            } catch (IOException e) {
                // no answer: the carrier calls again
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private byte[] form(int number, int sender) {
        String text = WORDS[number % WORDS.length] + " " + Marker.of(number);
        return ("id=" + run + "-" + number + "&from=" + encoded(ledger.crowd().number(sender)) + "&to="
                        + encoded(Crowd.LINE) + "&text=" + encoded(text))
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Gives up on a text that is not answered. */
    void stop() {
        stopped = true;
    }

    @Override
    public void close() {
        http.close();
    }
}
