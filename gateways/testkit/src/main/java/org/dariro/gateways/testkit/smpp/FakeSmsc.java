package org.dariro.gateways.testkit.smpp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.dariro.gateways.api.DeliveryReport.Status;
import org.dariro.gateways.api.Msisdn;
import org.dariro.gateways.testkit.CallingCarrier;
import org.dariro.gateways.testkit.Reports;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.BindRequest;
import org.jspecify.annotations.Nullable;

/** An SMSC that speaks SMPP 3.4, on a free port of this machine and its own address only. */
public final class FakeSmsc implements CallingCarrier {
    static final int OPTED_OUT = 0x0410;
    private static final String SYSTEM_ID = "dariro";
    private static final String PASSWORD = "secret";

    private final ExecutorService threads = Executors.newCachedThreadPool(FakeSmsc::daemon);
    private final List<SmscSession> sessions = new CopyOnWriteArrayList<>();
    private final SmscInbox inbox = new SmscInbox();
    private final SmscReceipts receipts = new SmscReceipts(this::session);
    private final SmscPhones phones = new SmscPhones(this::session);
    private final Set<Msisdn> optedOut = ConcurrentHashMap.newKeySet();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger ids = new AtomicInteger(1_000_000);
    private final Random chance = new Random(7);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final int port;
    private volatile boolean hexadecimal;
    private volatile Behaviour behaviour = Behaviour.ACCEPT;
    private volatile int faultPercent;
    private volatile @Nullable Script script;
    private @Nullable ServerSocket server;

    /** Opens it on a free port. */
    @SuppressWarnings("this-escape") // sessions come only when it listens
    public FakeSmsc() {
        ServerSocket first = listen(0);
        port = first.getLocalPort();
        server = first;
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                "HOST",
                "127.0.0.1",
                "PORT",
                String.valueOf(port),
                "SYSTEM_ID",
                SYSTEM_ID,
                "PASSWORD",
                PASSWORD,
                "TIMEOUT_MS",
                String.valueOf(PATIENCE_MS),
                "STATUS_OPTED_OUT",
                "0x%08X".formatted(OPTED_OUT),
                "MO_ID_TLV",
                "0x%04X".formatted(SmscPhones.ID_TAG),
                "QUERY",
                "true");
    }

    /** Nothing to do: it is the service that calls, and texts come back over the same session. */
    @Override
    public void callsAt(String publicUrl, String account) {}

    @Override
    public void behave(Behaviour next) {
        behaviour = next;
        if (next == Behaviour.FAIL_BEFORE_TAKING) {
            synchronized (this) {
                stopListening();
            }
            sessions.forEach(this::part);
            cut();
        } else if (listenAgain()) {
            awaitSession();
        }
    }

    private synchronized boolean listenAgain() {
        boolean away = server == null;
        if (away) {
            server = listen(port);
        }
        return away;
    }

    @Override
    public void faults(int percent) {
        faultPercent = percent;
    }

    @Override
    public void optOut(Msisdn number) {
        optedOut.add(number);
    }

    @Override
    public int requests() {
        return requests.get();
    }

    @Override
    public List<Taken> taken() {
        return inbox.taken();
    }

    @Override
    public void reports(Reports how) {
        receipts.how(how);
    }

    @Override
    public void report(String carrierId, Status status) {
        receiptStatus(carrierId, status);
    }

    /** Reports once; gives the command_status of the answer. */
    public int receiptStatus(String id, Status status) {
        awaitSession();
        return receipts.report(id, status);
    }

    /** How receipts are written from now on; {@code hexadecimal} ids stand in answers only, receipts have them decimal. */
    public void receipts(ReceiptForm form, boolean hexadecimalIds) {
        hexadecimal = hexadecimalIds;
        receipts.form(form, id -> hexadecimalIds ? Integer.toString(Integer.parseInt(id, 16)) : id);
    }

    @Override
    public boolean text(String id, String from, String to, String text) {
        awaitSession();
        return phones.text(id, from, to, text) == SMPPConstant.STAT_ESME_ROK;
    }

    /** What phones send over it, in detail. */
    public SmscPhones phones() {
        awaitSession();
        return phones;
    }

    /** Treats the requests from a number on, counted from 1, like this. */
    public void behaveFrom(int number, Behaviour next) {
        behaveFor(number, Integer.MAX_VALUE, next);
    }

    /** Treats the requests from one number to another like this, and the others as before. */
    public void behaveFor(int first, int last, Behaviour next) {
        script = new Script(first, last, next);
    }

    private record Script(int first, int last, Behaviour behaviour) {}

    /** How many are bound. */
    public int bound() {
        session();
        return sessions.size();
    }

    /** Keeps the connections, and answers nothing any more. */
    public void fallSilent() {
        sessions.forEach(SmscSession::fallSilent);
    }

    /** Cuts all sessions, without a word. */
    public void cut() {
        sessions.forEach(session -> {
            sessions.remove(session);
            session.close();
        });
    }

    @Override
    public void close() {
        closed.countDown();
        synchronized (this) {
            stopListening();
        }
        receipts.close();
        cut();
        threads.shutdownNow();
    }

    /** Ends a session as an SMSC does that goes down in order: unbind, and the other side hangs up. */
    private void part(SmscSession session) {
        try {
            session.unbind();
            for (int i = 0; i < 400 && session.getSessionState() != SessionState.CLOSED; i++) {
                closed.await(5, TimeUnit.MILLISECONDS);
            }
        } catch (IOException e) {
            // it is gone already
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until somebody is bound, for a few seconds at most. */
    private void awaitSession() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        try {
            while (session() == null && System.nanoTime() < end) {
                closed.await(5, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable SmscSession session() {
        sessions.removeIf(session -> !session.getSessionState().isBound());
        return sessions.isEmpty() ? null : sessions.get(0);
    }

    private ServerSocket listen(int wanted) {
        try {
            ServerSocket next = new ServerSocket();
            next.setReuseAddress(true);
            next.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 100);
            threads.execute(() -> accept(next));
            return next;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void stopListening() {
        try {
            if (server != null) {
                server.close();
                server = null;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket listening) {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                socket.setTcpNoDelay(true);
                threads.execute(() -> welcome(socket));
            } catch (IOException e) {
                // closed, or a caller that went away
            }
        }
    }

    private void welcome(Socket socket) {
        try {
            SmscSession session = new SmscSession(
                    socket, new SmscSession.Answers(receipts::answered), new SmscRequests(this, inbox, receipts));
            BindRequest request = session.waitForBind(5_000);
            if (!request.getSystemId().equals(SYSTEM_ID)
                    || !request.getPassword().equals(PASSWORD)) {
                request.reject(SMPPConstant.STAT_ESME_RINVPASWD);
                return;
            }
            synchronized (this) {
                if (server == null) {
                    session.close(); // it went down meanwhile
                    return;
                }
                request.accept("smsc", InterfaceVersion.IF_34);
                sessions.add(session);
            }
        } catch (IOException | TimeoutException | PDUStringException | IllegalStateException e) {
            // the caller went away
        }
    }

    /** A request came; what it meets with. */
    Behaviour met() {
        int number = requests.incrementAndGet();
        Script told = script;
        if (told != null && number >= told.first() && number <= told.last()) {
            return told.behaviour();
        }
        synchronized (chance) {
            return behaviour == Behaviour.ACCEPT && chance.nextInt(100) < faultPercent
                    ? FAULTS.get(chance.nextInt(FAULTS.size()))
                    : behaviour;
        }
    }

    boolean hasOptedOut(String digits) {
        return optedOut.contains(Msisdn.of("+" + digits));
    }

    String nextId() {
        int id = ids.incrementAndGet();
        return hexadecimal ? Integer.toHexString(id).toUpperCase(Locale.ROOT) : String.valueOf(id);
    }

    /** Holds an answer back until nobody waits for it any more. */
    void awaitPatience() {
        try {
            closed.await(2L * PATIENCE_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "smsc");
        thread.setDaemon(true);
        return thread;
    }
}
