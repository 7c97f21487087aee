package org.dariro.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dariro.platform.Settings;
import org.junit.jupiter.api.Test;

/** Nobody makes the service call into its own network. */
class AddressesTest {
    private final Addresses strict = new Addresses(Settings.of(Map.of()));

    @Test
    void addressesOfPrivateNetworksAreRefused() {
        for (String host : List.of(
                "127.0.0.1",
                "localhost",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "2130706433",
                "[::1]",
                "[::]",
                "[fe80::1]",
                "[fd00::1]",
                "[::ffff:10.0.0.1]",
                "[64:ff9b::a00:1]",
                "[2002:a00:1::]",
                "[2001::a00:1]")) {
            assertEquals(Optional.of(Addresses.Fault.PRIVATE), strict.fault("https://" + host + "/hook"), host);
        }
    }

    @Test
    void addressesOfTheInternetAreCalled() throws UnknownHostException {
        for (String address : List.of("8.8.8.8", "196.43.1.1", "2a00:1450:4001::1", "100.128.0.1", "172.32.0.1")) {
            assertEquals(true, Addresses.isPublic(InetAddress.getByName(address)), address);
        }
        assertEquals(Optional.empty(), strict.fault("https://8.8.8.8:8443/hook?x=1"));
    }

    @Test
    void onlyWholeHttpsAddressesAreTaken() {
        assertEquals(Optional.of(Addresses.Fault.NOT_SAFE), strict.fault("http://8.8.8.8/hook"));
        for (String wrong : List.of(
                "",
                "hook",
                "ftp://8.8.8.8/",
                "file:///etc/passwd",
                "https://user:secret@8.8.8.8/",
                "https://8.8.8.8/#x",
                "https://8.8.8.8/a b",
                "https:///x",
                "https://8.8.8.8:0/x",
                "https://8.8.8.8:70000/x",
                "https://8.8.8.8/" + "x".repeat(500))) {
            assertEquals(Optional.of(Addresses.Fault.NOT_ONE), strict.fault(wrong), wrong);
        }
    }

    @Test
    void settingsOpenThemForTrials() {
        Addresses open = new Addresses(
                Settings.of(Map.of("DARIRO_WEBHOOK_ALLOW_HTTP", "true", "DARIRO_WEBHOOK_ALLOW_PRIVATE", "true")));
        assertEquals(Optional.empty(), open.fault("http://127.0.0.1:9/hook"));
        Addresses http = new Addresses(Settings.of(Map.of("DARIRO_WEBHOOK_ALLOW_HTTP", "true")));
        assertEquals(Optional.of(Addresses.Fault.PRIVATE), http.fault("http://127.0.0.1:9/hook"));
    }
}
