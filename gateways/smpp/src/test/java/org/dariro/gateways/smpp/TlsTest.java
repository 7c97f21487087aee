package org.dariro.gateways.smpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.dariro.gateways.api.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TlsTest {
    private static final String SECRET = "changeit";

    @TempDir
    Path directory;

    @Test
    void textsGoByTlsToAnSmscWhoseCertificateIsTrusted() throws Exception {
        SSLServerSocket door = door();
        try (Wired wired = new Wired(Map.of(
                "HOST", "localhost", "PORT", "" + door.getLocalPort(), "TLS", "true", "TLS_TRUST", pem().toString()))) {
            admit(door, Integer.parseInt(wired.smsc.settings().get("PORT")));
            wired.start();
            assertInstanceOf(Outcome.Accepted.class, wired.send("hello"));
        } finally {
            door.close();
        }
    }

    @Test
    void aCertificateThatNobodyVouchesForIsNotTrusted() throws Exception {
        SSLServerSocket door = door();
        try (Wired wired = new Wired(Map.of("HOST", "localhost", "PORT", "" + door.getLocalPort(), "TLS", "true"))) {
            admit(door, Integer.parseInt(wired.smsc.settings().get("PORT")));
            wired.start();
            assertInstanceOf(Outcome.RetryLater.class, wired.send("hello"));
            assertEquals(0, wired.smsc.requests());
        } finally {
            door.close();
        }
    }

    /** A TLS door in front of the fake SMSC, with a certificate of its own. */
    private SSLServerSocket door() throws Exception {
        keytool(
                "-genkeypair",
                "-alias",
                "smsc",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost");
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(directory.resolve("keys"))) {
            keys.load(in, SECRET.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, SECRET.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 10, InetAddress.getLoopbackAddress());
    }

    private Path pem() throws Exception {
        keytool(
                "-exportcert",
                "-rfc",
                "-alias",
                "smsc",
                "-file",
                directory.resolve("smsc.pem").toString());
        return directory.resolve("smsc.pem");
    }

    private void keytool(String... arguments) throws IOException, InterruptedException {
        ProcessBuilder tool = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        tool.command().addAll(java.util.List.of(arguments));
        tool.command()
                .addAll(java.util.List.of(
                        "-keystore",
                        directory.resolve("keys").toString(),
                        "-storepass",
                        SECRET,
                        "-storetype",
                        "PKCS12"));
        assertEquals(
                0,
                tool.redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor());
    }

    private static void admit(SSLServerSocket door, int port) {
        daemon(() -> {
            while (true) {
                Socket outside = door.accept();
                Socket inside = new Socket(InetAddress.getLoopbackAddress(), port);
                daemon(() -> outside.getInputStream().transferTo(inside.getOutputStream()));
                daemon(() -> inside.getInputStream().transferTo(outside.getOutputStream()));
            }
        });
    }

    /** Work that ends with its sockets. */
    private interface Plumbing {
        void run() throws IOException;
    }

    private static void daemon(Plumbing work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // a socket was closed
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
