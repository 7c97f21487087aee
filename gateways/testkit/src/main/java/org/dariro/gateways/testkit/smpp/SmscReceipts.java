package org.dariro.gateways.testkit.smpp;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.dariro.gateways.api.DeliveryReport.Status;
import org.dariro.gateways.testkit.Reports;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.OptionalParameter;
import org.jspecify.annotations.Nullable;

/** The receipts of the fake SMSC; one that is not taken is repeated until it is closed. */
final class SmscReceipts {
    private static final int RECEIPT = 0x04;
    private final Supplier<@Nullable SmscSession> sessions;
    private final ExecutorService background = Executors.newSingleThreadExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<String, Address> addresses = new ConcurrentHashMap<>();
    private final Map<String, Status> last = new ConcurrentHashMap<>();
    private volatile Reports how = Reports.NONE;
    private volatile ReceiptForm form = ReceiptForm.BOTH;
    private volatile Function<String, String> textId = id -> id;

    private record Address(String phone, String line) {}

    SmscReceipts(Supplier<@Nullable SmscSession> sessions) {
        this.sessions = sessions;
    }

    void how(Reports next) {
        how = next;
    }

    /** @param id how an id stands in the text of a receipt */
    void form(ReceiptForm next, Function<String, String> id) {
        form = next;
        textId = id;
    }

    /** A message was taken under an id; its early reports are made now. */
    void taken(String id, String phone, String line) {
        addresses.put(id, new Address(phone, line));
        last.put(id, Status.ON_ITS_WAY);
        if (how.early()) {
            how.statuses().forEach(status -> report(id, status));
        }
    }

    /** It was answered, or the answer was lost: the other reports follow. */
    void answered(String id) {
        if (!how.early()) {
            how.statuses().forEach(status -> later(() -> repeat(id, status)));
        }
    }

    /** Reports once; gives the command_status of the answer. */
    int report(String id, Status status) {
        last.put(id, status);
        SmscSession session = sessions.get();
        if (session == null) {
            return SmscSession.NO_ANSWER;
        }
        Address address = addresses.getOrDefault(id, new Address("263770009999", "263770000000"));
        String text = "id:" + textId.apply(id) + " sub:001 dlvrd:001 submit date:2603020900 done date:2603020901 stat:"
                + word(status) + " err:" + (status == Status.FAILED ? "045" : "000") + " text:";
        OptionalParameter[] parameters = {
            new OptionalParameter.Receipted_message_id(id), new OptionalParameter.Message_state((byte) state(status))
        };
        return session.deliver(
                "+" + address.phone(),
                "+" + address.line(),
                RECEIPT,
                0,
                form == ReceiptForm.PARAMETERS ? new byte[0] : text.getBytes(StandardCharsets.US_ASCII),
                form == ReceiptForm.TEXT ? new OptionalParameter[0] : parameters);
    }

    /** How far a message came by what was last reported; null for an id that was never given. */
    @Nullable
    Status last(String id) {
        return last.get(id);
    }

    void close() {
        closed.countDown();
        background.shutdownNow();
    }

    private void repeat(String id, Status status) {
        try {
            while (closed.getCount() > 0 && report(id, status) != SMPPConstant.STAT_ESME_ROK) {
                closed.await(200, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void later(Runnable work) {
        try {
            background.execute(work);
        } catch (RejectedExecutionException e) {
            // closed
        }
    }

    private static String word(Status status) {
        return switch (status) {
            case ON_ITS_WAY -> "ENROUTE";
            case DELIVERED -> "DELIVRD";
            case FAILED -> "UNDELIV";
        };
    }

    static int state(Status status) {
        return switch (status) {
            case ON_ITS_WAY -> 1;
            case DELIVERED -> 2;
            case FAILED -> 5;
        };
    }
}
