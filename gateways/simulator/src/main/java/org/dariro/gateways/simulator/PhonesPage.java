package org.dariro.gateways.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.dariro.gateways.api.HttpAnswer;
import org.dariro.gateways.api.HttpCall;
import org.dariro.gateways.api.Msisdn;

/** {@code GET phones} with the number of requests to send so far, {@code GET phones/<msisdn>}, and {@code DELETE phones}, which forgets them all. */
final class PhonesPage {
    private final Phones phones;
    private final MessageJson messages;
    private final LongSupplier requests;

    PhonesPage(Phones phones, Function<PhoneMessage, String> id, LongSupplier requests) {
        this.phones = phones;
        this.messages = new MessageJson(id);
        this.requests = requests;
    }

    HttpAnswer answer(HttpCall call) {
        if (call.method().equals("GET")) {
            return call.rest().isEmpty() ? list() : one(call.rest());
        } else if (call.method().equals("DELETE") && call.rest().isEmpty()) {
            phones.forget();
            return list();
        }
        return HttpAnswer.error(405, "Phones are read by GET; DELETE phones forgets them all.");
    }

    private HttpAnswer list() {
        ObjectNode json = Json.object().put("requests", requests.getAsLong());
        var list = json.putArray("phones");
        for (Phone phone : phones.all()) {
            list.addObject().put("msisdn", phone.msisdn().e164()).put("messages", phone.received());
        }
        return Json.answer(json);
    }

    private HttpAnswer one(String rest) {
        Optional<Msisdn> msisdn = msisdn(rest);
        if (msisdn.isEmpty()) {
            return HttpAnswer.error(404, "There is no phone with such a number.");
        }
        ObjectNode json = Json.object().put("msisdn", msisdn.get().e164());
        var list = json.putArray("messages");
        phones.find(msisdn.get())
                .ifPresent(phone -> messages.write(phone.msisdn(), phone.shown(0, Long.MAX_VALUE), list));
        return Json.answer(json);
    }

    /** A number as it may stand in an address: with {@code +}, with {@code %2B}, or with digits alone. */
    static Optional<Msisdn> msisdn(String written) {
        String number = written.replace("%2B", "+").replace("%2b", "+").strip();
        return Msisdn.parse(number.startsWith("+") ? number : "+" + number);
    }
}
