package org.dariro;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Tells when the server is done with starting the application. At the end of that Payara closes the WAR's jars, to open them
 * again when it needs them; a class that another thread loads at that very moment fails with "zip file closed", and when
 * that happens in a static initialiser, the class is lost until the process ends. After a crash there is work to do from
 * the first moment, so that work must wait for this one.
 */
final class Deployment {
    private static final Set<String> DEPLOYING =
            Set.of("com.sun.enterprise.v3.server.ApplicationLifecycle", "org.apache.catalina.core.StandardContext");
    private static final int CONNECT_MS = 1_000;
    private static final int LISTENER_TRIES = 30;

    private Deployment() {}

    /** Waits until a thread that deploys the application is done with it; on another server than Payara not at all. */
    static void await(Thread deployer) throws InterruptedException {
        while (Arrays.stream(deployer.getStackTrace()).anyMatch(frame -> DEPLOYING.contains(frame.getClassName()))) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    /**
     * Waits until somebody listens at a port.
     *
     * @throws IllegalStateException when nobody does for half a minute: Payara goes on without its listener in silence
     */
    static void awaitListener(String host, int port) throws InterruptedException {
        for (int i = 0; i < LISTENER_TRIES; i++) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(host, port), CONNECT_MS);
                return;
            } catch (IOException e) {
                TimeUnit.SECONDS.sleep(1);
            }
        }
        throw new IllegalStateException("Nothing listens at DARIRO_HTTP_PORT on DARIRO_HTTP_HOST.");
    }
}
