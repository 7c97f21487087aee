package org.dariro.gateways.testkit.smpp;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.OptionalParameter;
import org.jspecify.annotations.Nullable;

/** The phones behind the fake SMSC: each text is delivered once, in one message or in parts. */
public final class SmscPhones {
    static final int ID_TAG = 0x1403;
    private static final int UDHI = 0x40;
    private static final OptionalParameter[] NONE = {};
    private final Supplier<@Nullable SmscSession> sessions;
    private final AtomicInteger references = new AtomicInteger();
    private volatile LongTexts longTexts = LongTexts.UDH8;

    SmscPhones(Supplier<@Nullable SmscSession> sessions) {
        this.sessions = sessions;
    }

    /** How long texts are handed over from now on. */
    public void longTexts(LongTexts how) {
        longTexts = how;
    }

    /**
     * A phone texts a line.
     *
     * @param id the SMSC's id of the text, empty when it gives none
     * @return the command_status of the first answer that was not 0, or 0
     */
    public int text(String id, String from, String to, String text) {
        List<String> parts = SmscText.cut(text);
        if (parts.size() == 1 || longTexts == LongTexts.PAYLOAD) {
            return whole(id, from, to, text);
        }
        int reference = references.incrementAndGet();
        for (int i = 1; i <= parts.size(); i++) {
            int status = part(from, to, reference, parts.size(), i, parts.get(i - 1));
            if (status != SMPPConstant.STAT_ESME_ROK) {
                return status;
            }
        }
        return SMPPConstant.STAT_ESME_ROK;
    }

    private int whole(String id, String from, String to, String text) {
        int dataCoding = SmscText.dataCoding(text);
        byte[] body = SmscText.write(text, dataCoding);
        OptionalParameter named = new OptionalParameter.COctetString((short) ID_TAG, id);
        OptionalParameter payload = new OptionalParameter.Message_payload(body);
        boolean fits = body.length <= 254;
        OptionalParameter[] parameters = fits
                ? id.isEmpty() ? NONE : new OptionalParameter[] {named}
                : id.isEmpty() ? new OptionalParameter[] {payload} : new OptionalParameter[] {named, payload};
        return deliver(from, to, 0, dataCoding, fits ? body : new byte[0], parameters);
    }

    /** One part of a text, in the way that long texts are handed over. */
    public int part(String from, String to, int reference, int total, int number, String text) {
        int dataCoding = SmscText.dataCoding(text);
        byte[] body = SmscText.write(text, dataCoding);
        if (longTexts == LongTexts.SAR) {
            return deliver(
                    from,
                    to,
                    0,
                    dataCoding,
                    body,
                    new OptionalParameter.Sar_msg_ref_num((short) reference),
                    new OptionalParameter.Sar_total_segments((byte) total),
                    new OptionalParameter.Sar_segment_seqnum((byte) number));
        }
        byte[] header = longTexts == LongTexts.UDH16
                ? new byte[] {6, 8, 4, (byte) (reference >> 8), (byte) reference, (byte) total, (byte) number}
                : new byte[] {5, 0, 3, (byte) reference, (byte) total, (byte) number};
        byte[] whole = new byte[header.length + body.length];
        System.arraycopy(header, 0, whole, 0, header.length);
        System.arraycopy(body, 0, whole, header.length, body.length);
        return deliver(from, to, UDHI, dataCoding, whole);
    }

    /** Any message; gives the command_status of the answer. */
    public int deliver(
            String from, String to, int esmClass, int dataCoding, byte[] body, OptionalParameter... parameters) {
        SmscSession session = sessions.get();
        return session == null
                ? SmscSession.NO_ANSWER
                : session.deliver(from, to, esmClass, dataCoding, body, parameters);
    }

    /** A PDU with any body; gives the command_status of the answer. */
    public int raw(int commandId, byte[] body) {
        SmscSession session = sessions.get();
        return session == null ? SmscSession.NO_ANSWER : session.raw(commandId, body);
    }
}
