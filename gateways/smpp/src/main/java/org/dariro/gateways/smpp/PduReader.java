package org.dariro.gateways.smpp;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import org.jsmpp.DefaultPDUReader;
import org.jsmpp.PDUException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Command;
import org.jsmpp.util.DefaultDecomposer;

/**
 * Reads what the SMSC sends. jsmpp's own reader would reserve any length that is asked for, lose its place when a link
 * falls silent in the middle of a PDU, and leave a PDU that cannot be decoded unanswered, or write its values into the log.
 */
final class PduReader extends DefaultPDUReader {
    /** A header, the fields and the longest message_payload. */
    private static final int LONGEST = 70_000;

    /** The sequence number of the first request of a session. */
    private static final int BIND = 1;

    private static final int HEADER = SMPPConstant.PDU_HEADER_LENGTH;
    private final DefaultDecomposer decomposer = new DefaultDecomposer();
    private final LateAnswers late;

    PduReader(LateAnswers late) {
        this.late = late;
    }

    @Override
    public Command readPDUHeader(DataInputStream in) throws IOException {
        int first = in.read(); // a timeout here is a silent link
        if (first < 0) {
            throw new EOFException("The SMSC closed the connection");
        }
        try {
            Command header = new Command();
            int length = (first << 24) | (in.readUnsignedByte() << 16) | in.readUnsignedShort();
            if (length < HEADER || length > LONGEST) {
                throw new IOException("A PDU with an impossible length");
            }
            header.setCommandLength(length);
            header.setCommandId(in.readInt());
            header.setCommandStatus(in.readInt());
            header.setSequenceNumber(in.readInt());
            return header;
        } catch (SocketTimeoutException e) {
            throw new IOException("The link fell silent in the middle of a PDU", e);
        }
    }

    @Override
    public byte[] readPDU(DataInputStream in, Command header) throws IOException {
        byte[] pdu;
        try {
            pdu = super.readPDU(in, header);
        } catch (SocketTimeoutException e) {
            throw new IOException("The link fell silent in the middle of a PDU", e);
        }
        try {
            decode(header, pdu);
        } catch (PDUException | RuntimeException e) {
            if ((header.getCommandId() & SMPPConstant.MASK_CID_RESP) != 0) {
                return answer(header, NoAnswer.UNREADABLE);
            }
            header.setCommandId(0); // jsmpp answers an unknown request by generic_nack
        }
        boolean nack = header.getCommandId() == SMPPConstant.CID_GENERIC_NACK && header.getSequenceNumber() != BIND;
        return nack ? answer(header, NoAnswer.nack(header.getCommandStatus())) : pdu;
    }

    /** Ends the waiting for an answer with a status of ours. */
    private static byte[] answer(Command header, int status) {
        header.setCommandId(SMPPConstant.CID_SUBMIT_SM_RESP);
        header.setCommandStatus(status);
        header.setCommandLength(HEADER);
        return ByteBuffer.allocate(HEADER)
                .putInt(HEADER)
                .putInt(SMPPConstant.CID_SUBMIT_SM_RESP)
                .putInt(status)
                .putInt(header.getSequenceNumber())
                .array();
    }

    private void decode(Command header, byte[] pdu) throws PDUException {
        switch (header.getCommandId()) {
            case SMPPConstant.CID_DELIVER_SM -> decomposer.deliverSm(pdu);
            case SMPPConstant.CID_DATA_SM -> decomposer.dataSm(pdu);
            case SMPPConstant.CID_QUERY_SM_RESP -> decomposer.querySmResp(pdu);
            case SMPPConstant.CID_SUBMIT_SM_RESP -> {
                var answer = decomposer.submitSmResp(pdu);
                if (header.getCommandStatus() == SMPPConstant.STAT_ESME_ROK && answer.getMessageId() != null) {
                    late.came(header.getSequenceNumber(), answer.getMessageId());
                }
            }
            default -> {}
        }
    }
}
