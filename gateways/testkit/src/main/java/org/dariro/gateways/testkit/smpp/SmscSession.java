package org.dariro.gateways.testkit.smpp;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.dariro.gateways.testkit.FakeCarrier.Behaviour;
import org.jsmpp.DefaultPDUReader;
import org.jsmpp.DefaultPDUSender;
import org.jsmpp.GenericNackResponseException;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.SynchronizedPDUSender;
import org.jsmpp.bean.Command;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SendCommandTask;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.connection.socket.SocketConnection;

/** One session of the fake SMSC, which can also keep an answer back, spoil it, and send rubbish. */
final class SmscSession extends SMPPServerSession {
    static final int NO_ANSWER = -1;
    private static final int THREADS = 64;
    private static final int QUEUE = 10_000;
    private final Answers answers;

    SmscSession(Socket socket, Answers answers, ServerMessageReceiverListener requests) throws IOException {
        super(
                new SocketConnection(socket),
                null,
                requests,
                null,
                THREADS,
                QUEUE,
                new SynchronizedPDUSender(answers),
                new Reader());
        this.answers = answers;
        setTransactionTimer(5_000);
    }

    /** jsmpp may miss a generic_nack that is quicker than the wait for it: it is read as an answer with its status. */
    private static final class Reader extends DefaultPDUReader {
        @Override
        public byte[] readPDU(DataInputStream in, Command header) throws IOException {
            byte[] pdu = super.readPDU(in, header);
            if (header.getCommandId() != SMPPConstant.CID_GENERIC_NACK) {
                return pdu;
            }
            header.setCommandId(SMPPConstant.CID_DELIVER_SM_RESP);
            return ByteBuffer.allocate(17)
                    .putInt(17)
                    .putInt(SMPPConstant.CID_DELIVER_SM_RESP)
                    .putInt(header.getCommandStatus())
                    .putInt(header.getSequenceNumber())
                    .array();
        }
    }

    /** The answer to this request will meet with this. */
    void spoil(int sequence, Behaviour how) {
        answers.spoilt.put(sequence, how);
    }

    /** From now on nothing is answered. */
    void fallSilent() {
        answers.silent = true;
    }

    /** Answers to submit_sm, of which some get lost or are spoilt. */
    static final class Answers extends DefaultPDUSender {
        private final Map<Integer, Behaviour> spoilt = new ConcurrentHashMap<>();
        private final Consumer<String> answered;
        private volatile boolean silent;

        /** @param answered takes each id when its answer is out, or lost */
        Answers(Consumer<String> answered) {
            this.answered = answered;
        }

        @Override
        public byte[] sendSubmitSmResp(OutputStream os, int sequence, String id, OptionalParameter... parameters)
                throws PDUStringException, IOException {
            Behaviour how = spoilt.remove(sequence);
            byte[] pdu = {};
            if (how == Behaviour.GARBAGE) {
                pdu = pdu(SMPPConstant.CID_SUBMIT_SM_RESP, sequence, new byte[] {'x'}); // an id without its end
                os.write(pdu);
                os.flush();
            } else if (how != Behaviour.LOSE_ANSWER) {
                pdu = super.sendSubmitSmResp(os, sequence, id, parameters);
            }
            answered.accept(id);
            return pdu;
        }

        @Override
        public byte[] sendEnquireLinkResp(OutputStream os, int sequence) throws IOException {
            return silent ? new byte[0] : super.sendEnquireLinkResp(os, sequence);
        }
    }

    /** Delivers a message; gives the command_status of the answer, or {@link #NO_ANSWER}. */
    int deliver(String from, String to, int esmClass, int dataCoding, byte[] body, OptionalParameter... parameters) {
        return status(() -> deliverShortMessage(
                "",
                ton(from),
                NumberingPlanIndicator.ISDN,
                digits(from),
                ton(to),
                NumberingPlanIndicator.ISDN,
                digits(to),
                new ESMClass(esmClass),
                (byte) 0,
                (byte) 0,
                new RegisteredDelivery(0),
                new RawDataCoding((byte) dataCoding),
                body,
                parameters));
    }

    private static TypeOfNumber ton(String address) {
        return address.startsWith("+") ? TypeOfNumber.INTERNATIONAL : TypeOfNumber.UNKNOWN;
    }

    private static String digits(String address) {
        return address.startsWith("+") ? address.substring(1) : address;
    }

    /** Sends a PDU with any body; gives the command_status of the answer, or {@link #NO_ANSWER}. */
    int raw(int commandId, byte[] body) {
        return status(() -> executeSendCommand(
                new SendCommandTask() {
                    @Override
                    public void executeTask(OutputStream out, int sequence) throws IOException {
                        synchronized (out) {
                            out.write(pdu(commandId, sequence, body));
                            out.flush();
                        }
                    }

                    @Override
                    public String getCommandName() {
                        return "raw";
                    }
                },
                getTransactionTimer()));
    }

    private static byte[] pdu(int commandId, int sequence, byte[] body) {
        return ByteBuffer.allocate(16 + body.length)
                .putInt(16 + body.length)
                .putInt(commandId)
                .putInt(0)
                .putInt(sequence)
                .put(body)
                .array();
    }

    /** A request to the other side. */
    private interface Request {
        void run()
                throws PDUException, ResponseTimeoutException, InvalidResponseException, NegativeResponseException,
                        IOException;
    }

    private static int status(Request request) {
        try {
            request.run();
            return SMPPConstant.STAT_ESME_ROK;
        } catch (NegativeResponseException e) {
            return e.getCommandStatus();
        } catch (GenericNackResponseException e) {
            return e.getCommandStatus();
        } catch (PDUException | ResponseTimeoutException | InvalidResponseException | IOException e) {
            return NO_ANSWER;
        }
    }
}
