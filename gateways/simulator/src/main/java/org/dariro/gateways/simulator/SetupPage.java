package org.dariro.gateways.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dariro.gateways.api.HttpAnswer;
import org.dariro.gateways.api.HttpCall;

/** {@code GET setup}: what the page shows before anybody has changed it. */
final class SetupPage {
    private final String account;
    private final SimulatorSettings settings;

    SetupPage(String account, SimulatorSettings settings) {
        this.account = account;
        this.settings = settings;
    }

    HttpAnswer answer(HttpCall call) {
        if (!call.method().equals("GET")) {
            return HttpAnswer.error(405, "The setup is read by GET; it is set by the account's settings.");
        }
        ObjectNode json = Json.object()
                .put("account", account)
                .put("line", settings.line())
                .put("serviceCode", settings.serviceCode());
        var phones = json.putArray("phones");
        settings.phones()
                .forEach(phone ->
                        phones.addObject().put("msisdn", phone.msisdn().e164()).put("name", phone.name()));
        return Json.answer(json);
    }
}
