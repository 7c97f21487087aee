package org.dariro.gateway;

import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.dariro.gateways.api.Gateway;
import org.dariro.gateways.api.GatewayAccount;
import org.dariro.gateways.api.GatewayFactory;
import org.dariro.platform.Settings;

/**
 * The accounts of {@code DARIRO_ACCOUNTS}, each opened by the gateway of its {@code DARIRO_ACCOUNT_<ID>_KIND}. Without
 * any, there is one simulator account {@code sim}.
 */
public final class Accounts implements AutoCloseable {
    private final Map<String, Account> accounts = new LinkedHashMap<>();

    /**
     * Opens all accounts.
     *
     * @throws IllegalArgumentException naming the setting that is wrong
     */
    public static Accounts open(Settings settings, InstantSource clock) {
        Accounts accounts = new Accounts();
        List<String> ids = settings.list("DARIRO_ACCOUNTS");
        String publicUrl = settings.text("DARIRO_PUBLIC_URL")
                .map(url -> url.replaceAll("/+$", ""))
                .orElse("http://localhost:" + settings.number("DARIRO_HTTP_PORT", 8080, 1, 65_535));
        for (String id : ids.isEmpty() ? List.of("sim") : ids) {
            if (!id.matches("[a-z0-9]{1,20}")) {
                throw new IllegalArgumentException(
                        "DARIRO_ACCOUNTS: an account's id has 1 to 20 small letters and digits.");
            }
            String prefix = "DARIRO_ACCOUNT_" + id.toUpperCase(Locale.ROOT) + "_";
            String kind = settings.text(prefix + "KIND")
                    .or(() -> id.equals("sim") ? Optional.of("simulator") : Optional.empty())
                    .orElseThrow(() -> new IllegalArgumentException("The setting " + prefix + "KIND is missing."));
            GatewayAccount account = new GatewayAccount(id, publicUrl, name -> settings.text(prefix + name), clock);
            accounts.add(new Opened(id, kind, factory(prefix, kind).create(account), Pace.of(settings, prefix, clock)));
        }
        return accounts;
    }

    private record Opened(String id, String kind, Gateway gateway, Pace pace) {}

    private void add(Opened opened) {
        accounts.put(
                opened.id(),
                new Account(
                        opened.id(),
                        opened.kind(),
                        opened.gateway(),
                        opened.gateway().capabilities(),
                        opened.pace()));
    }

    private static GatewayFactory factory(String prefix, String kind) {
        return ServiceLoader.load(GatewayFactory.class, Accounts.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .filter(factory -> factory.kind().equals(kind))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("The setting " + prefix + "KIND names no known gateway."));
    }

    /**
     * An account by its id.
     *
     * @throws IllegalArgumentException when it is not configured (any more)
     */
    public Account get(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("There is no account " + id));
    }

    /** An account by its id. */
    public Optional<Account> find(String id) {
        return Optional.ofNullable(accounts.get(id));
    }

    /** All accounts in the order of the setting. */
    public Collection<Account> all() {
        return accounts.values();
    }

    @Override
    public void close() {
        accounts.values().forEach(account -> account.gateway().close());
    }
}
