package org.dariro.webhook;

import jakarta.inject.Inject;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import org.dariro.platform.Component;
import org.dariro.platform.Settings;

/**
 * Where calls may go: nobody must be able to make the service call into its own network. Settings:
 * {@code DARIRO_WEBHOOK_ALLOW_HTTP} (false), {@code DARIRO_WEBHOOK_ALLOW_PRIVATE} (false).
 */
@Component
public class Addresses {
    private static final int LAST_PORT = 65_535;
    private static final int LONGEST = 500;
    private final boolean http;
    private final boolean privately;
    private final Names names;

    @Inject
    public Addresses(Settings settings) {
        this(settings, InetAddress::getAllByName);
    }

    Addresses(Settings settings, Names names) {
        this.names = names;
        http = settings.flag("DARIRO_WEBHOOK_ALLOW_HTTP", false);
        privately = settings.flag("DARIRO_WEBHOOK_ALLOW_PRIVATE", false);
    }

    /** What names stand for. */
    interface Names {
        InetAddress[] look(String host) throws UnknownHostException;
    }

    /** A name stands for an address that is not called. */
    static final class NotPublic extends UnknownHostException {
        private static final long serialVersionUID = 1;

        NotPublic() {
            super("Not of the open internet");
        }
    }

    /** Why an address is not called. */
    public enum Fault {
        /** It is none, or has a user, a password or a fragment in it. */
        NOT_ONE,
        /** It is not https. */
        NOT_SAFE,
        /** It is of a private network, or of this machine. */
        PRIVATE
    }

    /** What is wrong with an address; a host that is not known yet is none. */
    public Optional<Fault> fault(String url) {
        Optional<Fault> wrong = spelling(url);
        if (wrong.isPresent()) {
            return wrong;
        }
        try {
            of(uri(url).orElseThrow().getHost());
            return Optional.empty();
        } catch (NotPublic e) {
            return Optional.of(Fault.PRIVATE);
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** What is wrong with how an address is written. */
    Optional<Fault> spelling(String url) {
        Optional<URI> uri = uri(url);
        if (uri.isEmpty()) {
            return Optional.of(Fault.NOT_ONE);
        }
        return uri.get().getScheme().equalsIgnoreCase("https") || http ? Optional.empty() : Optional.of(Fault.NOT_SAFE);
    }

    /**
     * Looks a name up, for a call that must go to one of these and look no more.
     *
     * @throws NotPublic when any of them is not of the open internet
     */
    InetAddress[] of(String host) throws UnknownHostException {
        InetAddress[] all = names.look(host);
        if (!privately && !Arrays.stream(all).allMatch(Addresses::isPublic)) {
            throw new NotPublic();
        }
        return all;
    }

    /** An address as it is called; empty when it is none that can be. */
    static Optional<URI> uri(String url) {
        try {
            URI uri = new URI(url);
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            boolean good = web
                    && uri.getHost() != null
                    && (uri.getPort() == -1 || (uri.getPort() > 0 && uri.getPort() <= LAST_PORT))
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null
                    && url.length() <= LONGEST
                    && url.chars().allMatch(c -> c > ' ' && c < 0x7f);
            return good ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Whether an address is one of the open internet. */
    static boolean isPublic(InetAddress address) {
        if (address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet6Address ? isPublic6(bytes) : isPublic4(bytes);
    }

    private static boolean isPublic4(byte[] bytes) {
        int a = bytes[0] & 0xff;
        int b = bytes[1] & 0xff;
        int c = bytes[2] & 0xff;
        return !(a == 0
                || a >= 240 // reserved, broadcast
                || (a == 100 && b >= 64 && b < 128) // carriers' own
                || (a == 192 && b == 0 && c == 0)
                || (a == 198 && (b == 18 || b == 19))); // tests of networks
    }

    /** Only global unicast, and none of the ways to write an IPv4 address into one. */
    private static boolean isPublic6(byte[] bytes) {
        boolean global = (bytes[0] & 0xe0) == 0x20;
        boolean teredo = bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0 && bytes[3] == 0;
        boolean sixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
        return global && !teredo && !sixToFour;
    }
}
