package org.dariro.gateways.testkit.africastalking;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.dariro.gateways.api.DeliveryReport.Status;
import org.dariro.gateways.testkit.Calls;
import org.dariro.gateways.testkit.CarrierCaller;
import org.dariro.gateways.testkit.Reports;

/** The forms that Africa's Talking posts, unsigned, to addresses that end in a secret. */
public final class AfricasTalkingCalls implements AutoCloseable {
    private static final String NETWORK = "99999"; // the sandbox's
    private static final String DATE = "2026-03-02T09:00:00Z";

    private final CarrierCaller caller = new CarrierCaller();
    private final String secret;
    private volatile String account = "";

    AfricasTalkingCalls(String secret) {
        this.secret = secret;
    }

    void at(String publicUrl, String id) {
        account = publicUrl + "/gateways/" + id;
    }

    void reports(Reports how) {
        caller.reports(how);
    }

    Runnable reportOn(String id, String number) {
        return caller.reportOn(status -> receipt(id, number, status));
    }

    void report(String id, String number, Status status) {
        caller.untilTaken(List.of(receipt(id, number, status)));
    }

    boolean text(String id, String from, String to, String text) {
        return caller.isTaken(post(
                "sms",
                Calls.form(
                        "date",
                        DATE,
                        "from",
                        from,
                        "id",
                        id,
                        "linkId",
                        "SampleLinkId123",
                        "text",
                        text,
                        "to",
                        to,
                        "networkCode",
                        NETWORK,
                        "cost",
                        "KES 0.0000")));
    }

    /** A person opts out of a sender at the carrier; tells whether the service took it. */
    public boolean optOut(String number, String senderId) {
        return caller.isTaken(post("opt-outs", Calls.form("senderId", senderId, "phoneNumber", number)));
    }

    /**
     * One hop of a USSD session.
     *
     * @param text all that was typed so far, joined by {@code *}
     * @return the answer's body; empty when the service did not answer 2xx, which ends the session
     */
    public Optional<String> ussd(String sessionId, String number, String serviceCode, String text) {
        return caller.answerTo(post(
                        "ussd",
                        Calls.form(
                                "sessionId",
                                sessionId,
                                "phoneNumber",
                                number,
                                "networkCode",
                                NETWORK,
                                "serviceCode",
                                serviceCode,
                                "text",
                                text)))
                .filter(answer -> answer.statusCode() / 100 == 2)
                .map(HttpResponse::body);
    }

    /** A session is over; tells whether the service took it. */
    public boolean ussdEnd(String sessionId, String number, String serviceCode, String status, String cost) {
        return caller.isTaken(post(
                "ussd-end",
                Calls.form(
                        "date",
                        DATE,
                        "sessionId",
                        sessionId,
                        "serviceCode",
                        serviceCode,
                        "networkCode",
                        NETWORK,
                        "phoneNumber",
                        number,
                        "status",
                        status,
                        "cost",
                        cost,
                        "durationInMillis",
                        "4200",
                        "hopsCount",
                        "2",
                        "input",
                        "1",
                        "lastAppResponse",
                        "END Bye",
                        "errorMessage",
                        "")));
    }

    private HttpRequest receipt(String id, String number, Status status) {
        String word =
                switch (status) {
                    case ON_ITS_WAY -> "Sent";
                    case DELIVERED -> "Success";
                    case FAILED -> "Failed";
                };
        String reason = status == Status.FAILED ? "DeliveryFailure" : "";
        return post(
                "receipts",
                Calls.form(
                        "id",
                        id,
                        "status",
                        word,
                        "phoneNumber",
                        number,
                        "networkCode",
                        NETWORK,
                        "failureReason",
                        reason,
                        "retryCount",
                        "0"));
    }

    private HttpRequest post(String path, String form) {
        return CarrierCaller.form(account + "/" + path + "/" + secret, form).build();
    }

    @Override
    public void close() {
        caller.close();
    }
}
