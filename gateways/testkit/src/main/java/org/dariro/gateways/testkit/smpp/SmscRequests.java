package org.dariro.gateways.testkit.smpp;

import org.dariro.gateways.api.DeliveryReport.Status;
import org.dariro.gateways.testkit.FakeCarrier.Behaviour;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.MessageState;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.QueryBroadcastSm;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BroadcastSmResult;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.QueryBroadcastSmResult;
import org.jsmpp.session.QuerySmResult;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.MessageId;

/** What the fake SMSC does with the requests of one session. */
final class SmscRequests implements ServerMessageReceiverListener {
    private final FakeSmsc smsc;
    private final SmscInbox inbox;
    private final SmscReceipts receipts;

    SmscRequests(FakeSmsc smsc, SmscInbox inbox, SmscReceipts receipts) {
        this.smsc = smsc;
        this.inbox = inbox;
        this.receipts = receipts;
    }

    @Override
    public SubmitSmResult onAcceptSubmitSm(SubmitSm message, SMPPServerSession session) throws ProcessRequestException {
        Behaviour met = smsc.met();
        switch (met) {
            case RESET, FAIL_BEFORE_TAKING -> {
                session.close();
                throw refused(SMPPConstant.STAT_ESME_RSYSERR);
            }
            case THROTTLE -> throw refused(SMPPConstant.STAT_ESME_RTHROTTLED);
            case REFUSE -> throw refused(SMPPConstant.STAT_ESME_RINVDSTADR);
            default -> {}
        }
        if (smsc.hasOptedOut(message.getDestAddress())) {
            throw refused(FakeSmsc.OPTED_OUT);
        }
        String id = smsc.nextId();
        inbox.take(message, id);
        receipts.taken(id, message.getDestAddress(), message.getSourceAddr());
        if (met == Behaviour.BREAK) {
            receipts.answered(id);
            throw refused(SMPPConstant.STAT_ESME_RSYSERR);
        } else if (met == Behaviour.SLOW) {
            smsc.awaitPatience();
        } else if (met != Behaviour.ACCEPT) {
            ((SmscSession) session).spoil(message.getSequenceNumber(), met);
        }
        try {
            return new SubmitSmResult(new MessageId(id), new OptionalParameter[0]);
        } catch (PDUStringException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public QuerySmResult onAcceptQuerySm(QuerySm query, SMPPServerSession session) throws ProcessRequestException {
        Status status = receipts.last(query.getMessageId());
        if (status == null) {
            throw refused(SMPPConstant.STAT_ESME_RQUERYFAIL);
        }
        return new QuerySmResult("", MessageState.valueOf((byte) SmscReceipts.state(status)), (byte) 0);
    }

    private static ProcessRequestException refused(int status) {
        return new ProcessRequestException("refused", status);
    }

    private static ProcessRequestException notOffered() {
        return refused(SMPPConstant.STAT_ESME_RINVCMDID);
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm message, Session session) throws ProcessRequestException {
        throw notOffered();
    }

    @Override
    public SubmitMultiResult onAcceptSubmitMulti(SubmitMulti message, SMPPServerSession session)
            throws ProcessRequestException {
        throw notOffered();
    }

    @Override
    public void onAcceptReplaceSm(ReplaceSm request, SMPPServerSession session) throws ProcessRequestException {
        throw notOffered();
    }

    @Override
    public void onAcceptCancelSm(CancelSm request, SMPPServerSession session) throws ProcessRequestException {
        throw notOffered();
    }

    @Override
    public BroadcastSmResult onAcceptBroadcastSm(BroadcastSm request, SMPPServerSession session)
            throws ProcessRequestException {
        throw notOffered();
    }

    @Override
    public void onAcceptCancelBroadcastSm(CancelBroadcastSm request, SMPPServerSession session)
            throws ProcessRequestException {
        throw notOffered();
    }

    @Override
    public QueryBroadcastSmResult onAcceptQueryBroadcastSm(QueryBroadcastSm request, SMPPServerSession session)
            throws ProcessRequestException {
        throw notOffered();
    }
}
