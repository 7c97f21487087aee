package org.dariro.gateways.africastalking;

import java.util.List;
import java.util.Map;
import org.dariro.gateways.api.ForgedCall;
import org.dariro.gateways.api.HttpCall;
import org.dariro.gateways.api.UnreadableCall;

/**
 * Who may call: whoever knows a secret of the account, from an allowed address where addresses are listed.
 *
 * @param secrets the secrets in the path
 * @param allowed the addresses that may call; empty means all
 * @param proxies our own proxies, whose word ({@code X-Forwarded-For}) on who called them counts
 */
record Callers(PathSecrets secrets, AddressList allowed, AddressList proxies) {

    /**
     * The fields of a genuine call.
     *
     * @throws ForgedCall when the secret or the address is wrong
     * @throws UnreadableCall when it is not a POST of a form
     */
    Map<String, List<String>> form(HttpCall call) {
        if (!secrets.include(call.rest())) {
            throw new ForgedCall("The secret is wrong.");
        } else if (!allowed.isEmpty() && !allowed.contains(address(call))) {
            throw new ForgedCall("This address may not call.");
        } else if (!call.method().equals("POST")) {
            throw new UnreadableCall("This address takes a POST with a form.");
        }
        return call.form();
    }

    /** Each proxy adds at the end who called it: the last entry that is none of our proxies is the caller. */
    private String address(HttpCall call) {
        String address = call.remoteAddress();
        String[] told = String.join(",", call.headers().getOrDefault("x-forwarded-for", List.of()))
                .split(",");
        for (int i = told.length - 1; i >= 0 && proxies.contains(address); i--) {
            address = told[i].strip();
        }
        return address;
    }

    /** Masked: no secret. */
    @Override
    public String toString() {
        return "Callers";
    }
}
