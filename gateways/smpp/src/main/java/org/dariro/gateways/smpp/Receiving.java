package org.dariro.gateways.smpp;

import java.util.function.Consumer;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AbstractSmCommand;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.OptionalParameter.Tag;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.util.MessageId;

/**
 * Takes what the SMSC delivers on one session. It is answered when the route has come back, so after the commit; whatever
 * the route throws becomes a temporary error, and the SMSC delivers again.
 */
final class Receiving implements MessageReceiverListener {
    private static final byte[] NOTHING = {};
    private final Repeats repeats;
    private final Consumer<Delivery> route;

    /** @param route returns when the delivery is stored, or throws */
    Receiving(Repeats repeats, Consumer<Delivery> route) {
        this.repeats = repeats;
        this.route = route;
    }

    @Override
    public void onAcceptDeliverSm(DeliverSm message) throws ProcessRequestException {
        take(message, message.getShortMessage());
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm message, Session source) throws ProcessRequestException {
        take(message, NOTHING);
        try {
            return new DataSmResult(new MessageId(""), new OptionalParameter[0]);
        } catch (PDUStringException e) {
            throw new IllegalStateException("An empty id is always valid", e);
        }
    }

    @Override
    public void onAcceptAlertNotification(AlertNotification alert) {
        // a phone is reachable again; whoever waits for that is the SMSC
    }

    /** The session is over. */
    void ended() {
        repeats.ended(this);
    }

    private void take(AbstractSmCommand message, byte[] shortMessage) throws ProcessRequestException {
        byte[] body = shortMessage == null ? NOTHING : shortMessage;
        if (body.length == 0
                && message.getOptionalParameter(Tag.MESSAGE_PAYLOAD) instanceof OptionalParameter.OctetString payload) {
            body = payload.getValue();
        }
        Repeats.Seen seen = repeats.begin(
                Repeats.mark(
                        Reading.nonNull(message.getSourceAddr()),
                        Reading.nonNull(message.getDestAddress()),
                        message.getDataCoding(),
                        body),
                this);
        boolean taken = false;
        try {
            route.accept(new Delivery(message, body, seen.id()));
            taken = true;
        } catch (RuntimeException e) {
            throw new ProcessRequestException("Not stored", SMPPConstant.STAT_ESME_RX_T_APPN);
        } finally {
            repeats.end(seen, taken);
        }
    }
}
