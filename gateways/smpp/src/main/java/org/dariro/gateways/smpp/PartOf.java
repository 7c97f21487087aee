package org.dariro.gateways.smpp;

import java.util.Optional;
import org.jsmpp.bean.AbstractSmCommand;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.OptionalParameter.Tag;

/**
 * Which part of which text a message is: by its user data header (3GPP TS 23.040, 9.2.3.24.1 and .8) or by the optional
 * parameters sar_msg_ref_num, sar_total_segments and sar_segment_seqnum (SMPP 3.4, 5.3.2.22 to 24).
 */
record PartOf(int reference, int total, int number) {
    private static final int CONCATENATED_8 = 0x00;
    private static final int CONCATENATED_16 = 0x08;

    /** The element of a header that says so. */
    byte[] element(boolean wide) {
        return wide
                ? new byte[] {CONCATENATED_16, 4, (byte) (reference >> 8), (byte) reference, (byte) total, (byte) number
                }
                : new byte[] {CONCATENATED_8, 3, (byte) reference, (byte) total, (byte) number};
    }

    /** The same as optional parameters. */
    OptionalParameter[] parameters() {
        return new OptionalParameter[] {
            new OptionalParameter.Sar_msg_ref_num((short) reference),
            new OptionalParameter.Sar_total_segments((byte) total),
            new OptionalParameter.Sar_segment_seqnum((byte) number)
        };
    }

    /** How long the header at the start of a body is, its length byte included; 0 when there is none that makes sense. */
    static int headerLength(byte[] body) {
        int length = body.length == 0 ? 0 : (body[0] & 0xff) + 1;
        return length <= body.length ? length : 0;
    }

    /** Which part a body with a header is; empty when the header says nothing of parts. */
    static Optional<PartOf> byHeader(byte[] body) {
        int end = headerLength(body);
        for (int at = 1; at + 1 < end; at += 2 + (body[at + 1] & 0xff)) {
            int length = body[at + 1] & 0xff;
            if (at + 2 + length > end) {
                return Optional.empty();
            } else if (body[at] == CONCATENATED_8 && length == 3) {
                return of(body[at + 2] & 0xff, body[at + 3], body[at + 4]);
            } else if (body[at] == CONCATENATED_16 && length == 4) {
                return of(((body[at + 2] & 0xff) << 8) | (body[at + 3] & 0xff), body[at + 4], body[at + 5]);
            }
        }
        return Optional.empty();
    }

    /** Which part a message is by its optional parameters. */
    static Optional<PartOf> byParameters(AbstractSmCommand message) {
        if (message.getOptionalParameter(Tag.SAR_MSG_REF_NUM) instanceof OptionalParameter.Short reference
                && message.getOptionalParameter(Tag.SAR_TOTAL_SEGMENTS) instanceof OptionalParameter.Byte total
                && message.getOptionalParameter(Tag.SAR_SEGMENT_SEQNUM) instanceof OptionalParameter.Byte number) {
            return of(reference.getValue() & 0xffff, total.getValue(), number.getValue());
        }
        return Optional.empty();
    }

    private static Optional<PartOf> of(int reference, byte total, byte number) {
        PartOf part = new PartOf(reference, total & 0xff, number & 0xff);
        return part.total > 1 && part.number >= 1 && part.number <= part.total ? Optional.of(part) : Optional.empty();
    }
}
