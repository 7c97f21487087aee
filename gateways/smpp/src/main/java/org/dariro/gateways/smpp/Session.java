package org.dariro.gateways.smpp;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jsmpp.DefaultPDUSender;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.PDUSender;
import org.jsmpp.SynchronizedPDUSender;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.SubmitSmResp;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.SendCommandTask;

/**
 * A session of jsmpp that tells whether a request was written when it fails, lets nobody wait for an answer that a lost
 * connection cannot bring, and hears answers that come late.
 *
 * <p>Life: bound once by {@link #bind}, then used by several threads until it is closed from either end.
 */
final class Session extends SMPPSession {
    /** Threads that take what the SMSC delivers; each waits for a commit. */
    private static final int RECEIVING = 32;

    private static final int QUEUE = 1_000;
    private final Set<Integer> waiting = ConcurrentHashMap.newKeySet();
    private final LateAnswers late;

    /** Nothing was written: the request may be made again. */
    static final class NotWritten extends IOException {
        private static final long serialVersionUID = 1L;

        NotWritten() {
            super("No session");
        }
    }

    Session(SmppSettings settings, Dialling dialling, LateAnswers late, MessageReceiverListener receiver) {
        super(new SynchronizedPDUSender(new DefaultPDUSender()), new PduReader(late), dialling);
        this.late = late;
        setMessageReceiverListener(receiver);
        setPduProcessorDegree(RECEIVING + settings.window());
        setQueueCapacity(QUEUE);
        setEnquireLinkTimer(settings.enquireMs());
        setTransactionTimer(settings.responseMs());
        addSessionStateListener((now, before, source) -> {
            if (before.isBound() && !now.isBound()) {
                releaseWaiting();
            }
        });
    }

    /** Connects and binds as a transceiver. */
    void bind(SmppSettings settings) throws IOException {
        connectAndBind(
                settings.host(),
                settings.port(),
                new BindParameter(
                        BindType.BIND_TRX,
                        settings.login().systemId(),
                        settings.login().password(),
                        settings.login().systemType(),
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        ""),
                settings.responseMs());
    }

    /**
     * Sends a submit_sm and waits for the SMSC's id of it.
     *
     * @param lateReference our reference, if an answer that comes too late shall be told; else empty
     * @throws NotWritten when nothing went out
     */
    String submit(SendCommandTask message, String lateReference)
            throws PDUException, ResponseTimeoutException, InvalidResponseException, NegativeResponseException,
                    IOException {
        Writing writing = new Writing(message);
        try {
            SubmitSmResp answer = (SubmitSmResp) executeSendCommand(writing, getTransactionTimer());
            return answer.getMessageId() == null ? "" : answer.getMessageId();
        } catch (ResponseTimeoutException e) {
            if (!lateReference.isEmpty()) {
                late.expect(writing.sequence, lateReference);
            }
            throw e;
        } finally {
            waiting.remove(writing.sequence);
        }
    }

    /** Writes PDUs, one at a time. */
    PDUSender sender() {
        return pduSender();
    }

    private void releaseWaiting() {
        for (int sequence : waiting) {
            var pending = removePendingResponse(sequence);
            if (pending != null) {
                // as an answer with a status of ours: jsmpp may miss an invalid one that is quicker than the wait for
                // it
                SubmitSmResp lost = new SubmitSmResp();
                lost.setCommandStatus(NoAnswer.LOST);
                pending.done(lost);
            }
        }
    }

    /** Notes the sequence number of a request before its first byte is written. */
    private final class Writing implements SendCommandTask {
        private final SendCommandTask message;
        private int sequence;

        Writing(SendCommandTask message) {
            this.message = message;
        }

        @Override
        public void executeTask(OutputStream out, int sequenceNumber) throws PDUException, IOException {
            sequence = sequenceNumber;
            if (!getSessionState().isTransmittable()) {
                throw new NotWritten();
            }
            waiting.add(sequenceNumber);
            message.executeTask(out, sequenceNumber);
        }

        @Override
        public String getCommandName() {
            return message.getCommandName();
        }
    }
}
