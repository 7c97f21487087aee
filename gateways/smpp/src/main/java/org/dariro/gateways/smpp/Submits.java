package org.dariro.gateways.smpp;

import java.nio.ByteBuffer;
import java.util.function.Function;
import org.dariro.gateways.api.Recipient;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.session.SendCommandTask;
import org.jsmpp.session.SubmitSmCommandTask;

/** Makes submit_sm requests: one for each part of a text. */
final class Submits {
    private static final int UDHI = 0x40;
    private static final byte NONE = 0;
    private static final byte[] NOTHING = {};
    private static final OptionalParameter[] NO_PARAMETERS = {};
    private final SmppSettings settings;

    Submits(SmppSettings settings) {
        this.settings = settings;
    }

    /** One part; the sender of the PDU comes with the session that it is sent on. */
    Function<Session, SendCommandTask> of(String sender, Recipient recipient, Wording wording, PartOf part) {
        Addresses.Typed source = settings.addresses().source(sender);
        Addresses.Typed dest = settings.addresses().dest(recipient.number().digits());
        byte[] body = wording.bodies().get(part.number() - 1);
        boolean payload = settings.splitting() == Splitting.PAYLOAD && wording.segments() > 1;
        byte[] shift = wording.tables().elements();
        boolean joined = part.total() > 1 && settings.splitting() != Splitting.SAR;
        boolean header = joined || shift.length > 0;
        OptionalParameter[] parameters = payload
                ? new OptionalParameter[] {new OptionalParameter.Message_payload(body)}
                : part.total() > 1 && !joined ? part.parameters() : NO_PARAMETERS;
        byte[] message = payload
                ? new byte[0]
                : header
                        ? headed(joined ? part.element(settings.splitting() == Splitting.UDH16) : NOTHING, shift, body)
                        : body;
        return session -> new SubmitSmCommandTask(
                session.sender(),
                settings.login().serviceType(),
                source.ton(),
                source.npi(),
                source.digits(),
                dest.ton(),
                dest.npi(),
                dest.digits(),
                new ESMClass(header ? UDHI : 0),
                NONE,
                NONE,
                null, // at once
                null, // for as long as the SMSC keeps texts
                new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE),
                NONE,
                new RawDataCoding((byte) wording.dataCoding()),
                NONE,
                message,
                parameters);
    }

    /** A body behind its header, which has its own length in front (3GPP TS 23.040, 9.2.3.24). */
    private static byte[] headed(byte[] element, byte[] shift, byte[] body) {
        return ByteBuffer.allocate(1 + element.length + shift.length + body.length)
                .put((byte) (element.length + shift.length))
                .put(element)
                .put(shift)
                .put(body)
                .array();
    }
}
