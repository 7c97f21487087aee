package org.dariro.gateways.smpp;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.ConnectionFactory;
import org.jspecify.annotations.Nullable;

/** Opens connections to the SMSC: plain, or by TLS with the host's name checked. */
final class Dialling implements ConnectionFactory {
    private static final int CONNECT_MS = 5_000;
    private static final int HANDSHAKE_MS = 10_000;
    private final @Nullable SSLContext tls;

    /** @throws IllegalArgumentException when the certificates to trust cannot be read */
    Dialling(SmppSettings settings) {
        try {
            tls = settings.tls() ? context(settings.trust().orElse(null)) : null;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException("The certificates of the SMPP setting TLS_TRUST cannot be read.", e);
        }
    }

    @Override
    public Connection createConnection(String host, int port) throws IOException {
        Socket plain = new Socket();
        try {
            plain.setTcpNoDelay(true);
            plain.setKeepAlive(true);
            plain.connect(new InetSocketAddress(host, port), CONNECT_MS);
            return new Wire(tls == null ? plain : encrypted(tls, plain, host, port));
        } catch (IOException | RuntimeException e) {
            plain.close();
            throw e;
        }
    }

    private static Socket encrypted(SSLContext tls, Socket plain, String host, int port) throws IOException {
        plain.setSoTimeout(HANDSHAKE_MS);
        SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket(plain, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS"); // the certificate must be for this host
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static SSLContext context(@Nullable Path trust) throws IOException, GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(trust == null ? null : store(trust));
        context.init(null, trusted.getTrustManagers(), null);
        return context;
    }

    private static KeyStore store(Path pem) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream in = Files.newInputStream(pem)) {
            int number = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("smsc-" + number++, certificate);
            }
        }
        return store;
    }
}
