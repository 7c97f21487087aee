package org.dariro.gateways.smpp;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dariro.gateways.api.DeliveryReport;
import org.dariro.gateways.api.DeliveryReport.Status;
import org.dariro.gateways.api.GatewayFactory;
import org.dariro.gateways.api.HttpAnswer;
import org.dariro.gateways.api.HttpCall;
import org.dariro.gateways.api.InboundSms;
import org.dariro.gateways.testkit.Calls;
import org.dariro.gateways.testkit.FakeCarrier;
import org.dariro.gateways.testkit.GatewayContract;
import org.dariro.gateways.testkit.smpp.FakeSmsc;
import org.dariro.gateways.testkit.smpp.LongTexts;
import org.jsmpp.SMPPConstant;

/**
 * The SMPP gateway keeps the contract. The SMSC delivers over the session; the forms below only bring the values there, and
 * a form that lacks one becomes a deliver_sm that nobody can read.
 */
class SmppContractTest extends GatewayContract {

    @Override
    protected GatewayFactory factory() {
        return new SmppFactory();
    }

    @Override
    protected FakeCarrier openCarrier() {
        return new FakeSmsc();
    }

    @Override
    protected String smsBody(InboundSms text) {
        return Calls.form("id", text.carrierId(), "from", text.from(), "to", text.to(), "text", text.text());
    }

    @Override
    protected String receiptBody(DeliveryReport report) {
        return Calls.form("id", report.carrierId(), "status", report.status().name());
    }

    @Override
    protected HttpCall genuine(String path, byte[] body) {
        return Calls.post(body);
    }

    @Override
    protected HttpCall forged(String path, byte[] body) {
        throw new AssertionError("see deviations");
    }

    @Override
    protected Map<String, List<String>> requiredFields() {
        return Map.of("sms", List.of(), "receipts", List.of());
    }

    @Override
    protected HttpAnswer call(String path, HttpCall call) {
        int status = deliver(path, call);
        if (status == SMPPConstant.STAT_ESME_ROK) {
            return HttpAnswer.ok("");
        }
        return HttpAnswer.error(status == SMPPConstant.STAT_ESME_RX_T_APPN ? 503 : 400, Integer.toHexString(status));
    }

    private int deliver(String path, HttpCall call) {
        FakeSmsc smsc = (FakeSmsc) carrier();
        Map<String, List<String>> form;
        try {
            form = call.form();
        } catch (RuntimeException e) {
            form = Map.of();
        }
        Optional<String> id = HttpCall.optional(form, "id");
        if (id.isEmpty()) {
            return smsc.phones().raw(SMPPConstant.CID_DELIVER_SM, call.body());
        } else if (path.equals("receipts")) {
            return smsc.receiptStatus(id.get(), Status.valueOf(HttpCall.required(form, "status")));
        }
        smsc.phones().longTexts(LongTexts.PAYLOAD);
        return smsc.phones()
                .text(
                        id.get(),
                        HttpCall.required(form, "from"),
                        HttpCall.required(form, "to"),
                        HttpCall.optional(form, "text").orElseThrow());
    }

    @Override
    protected Map<String, String> deviations() {
        String asksById =
                "query_sm asks by the SMSC's id alone, which a message whose answer was lost does not have; and an SMSC"
                        + " forgets ids, so that it is never sure that it did not take one";
        return Map.of(
                "aForgedCallIsRefused",
                "SMPP has no signed calls: the SMSC delivers over a session that we opened to it and logged in to",
                "aCallWithoutANeededFieldIsRefused",
                "every field of a deliver_sm is there, if empty; the service judges empty addresses",
                "lookingUpFindsWhatWasTaken",
                asksById,
                "lookingUpSaysWhatWasNeverTaken",
                asksById,
                "lookingUpLeavesOutWhatBelongsToAnotherMessage",
                asksById);
    }
}
