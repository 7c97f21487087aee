package org.dariro.gateways.smpp;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dariro.gateways.api.DeliveryReport;
import org.dariro.gateways.api.DeliveryReport.Status;
import org.dariro.gateways.api.LookUp;
import org.dariro.gateways.api.Sent;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.QuerySmResult;

/**
 * Asks by query_sm what became of a message. SMPP asks by the SMSC's id alone, so that nothing can be asked of a message
 * whose answer was lost; and an SMSC forgets ids, so that it is never sure that it did not take one.
 */
final class Querying {
    private final String account;
    private final SmppSettings settings;
    private final Binds binds;

    Querying(String account, SmppSettings settings, Binds binds) {
        this.account = account;
        this.settings = settings;
        this.binds = binds;
    }

    /** Failed when one part is; delivered when all are; empty when one of them cannot be told. */
    Optional<LookUp> lookUp(Sent sent) {
        List<DeliveryReport> reports = new ArrayList<>();
        for (String id : sent.ids()) {
            Optional<DeliveryReport> report = ask(id, settings.addresses().source(sent.sender()));
            if (report.isEmpty()) {
                return Optional.empty();
            }
            reports.add(report.get());
        }
        return with(reports, Status.FAILED)
                .or(() -> with(reports, Status.ON_ITS_WAY))
                .or(() -> with(reports, Status.DELIVERED))
                .map(LookUp.Found::new);
    }

    private static Optional<DeliveryReport> with(List<DeliveryReport> reports, Status status) {
        return reports.stream().filter(report -> report.status() == status).findFirst();
    }

    private Optional<DeliveryReport> ask(String id, Addresses.Typed source) {
        Session session = binds.ready().map(bind -> bind.session(Duration.ZERO)).orElse(null);
        if (session == null) {
            return Optional.empty();
        }
        try {
            QuerySmResult result =
                    session.queryShortMessage(settings.ids().asked(id), source.ton(), source.npi(), source.digits());
            return Receipt.state(result.getMessageState().value())
                    .flatMap(state -> Receipt.status(state).map(status -> report(id, status, state)));
        } catch (PDUException
                | NegativeResponseException
                | InvalidResponseException
                | ResponseTimeoutException
                | IOException e) {
            return Optional.empty();
        }
    }

    private DeliveryReport report(String id, Status status, String state) {
        return new DeliveryReport(
                account,
                id,
                Optional.empty(),
                status,
                status == Status.FAILED ? Optional.of(state) : Optional.empty(),
                Optional.empty());
    }
}
