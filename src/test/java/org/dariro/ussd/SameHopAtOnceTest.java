package org.dariro.ussd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.dariro.gateways.api.Inlet;
import org.dariro.gateways.api.UssdReply;
import org.dariro.gateways.api.UssdRequest;
import org.junit.jupiter.api.Test;

/** A carrier that loses patience calls again while the first call is still being answered. */
class SameHopAtOnceTest {
    private static final int CALLS = 8;

    @Test
    void hopsThatComeTogetherGetOneAnswerAndActOnce() throws Exception {
        try (Phones phones = new Phones("ussd-at-once")) {
            ExecutorService carrier = Executors.newFixedThreadPool(CALLS);
            for (String text : List.of("", "2", "2*hello", "2*hello*0")) {
                List<Future<UssdReply>> calls = new ArrayList<>();
                for (int i = 0; i < CALLS; i++) {
                    calls.add(carrier.submit(() -> phones.dariro.camel.request(
                            Inlet.USSD,
                            new UssdRequest("sim", "one", Phones.RUDO, Phones.CODE, text),
                            UssdReply.class)));
                }
                List<UssdReply> replies = new ArrayList<>();
                for (Future<UssdReply> call : calls) {
                    replies.add(call.get());
                }
                Set<String> screens = replies.stream().map(UssdReply::prefixed).collect(Collectors.toSet());
                assertEquals(1, screens.size(), screens::toString);
            }
            carrier.shutdown();
            assertEquals(1, phones.words());
            assertEquals(1, phones.count("ussd_sessions"));
        }
    }
}
