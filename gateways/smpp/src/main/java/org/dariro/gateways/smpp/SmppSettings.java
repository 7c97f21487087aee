package org.dariro.gateways.smpp;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.dariro.gateways.api.GatewayAccount;
import org.dariro.gateways.api.NationalLanguage;

/**
 * The settings of an SMPP account; docs/gateways/smpp.md says what each is for.
 *
 * @param host where the SMSC listens ({@code HOST})
 * @param port {@code PORT}, 2775 by default
 * @param tls whether the connection is encrypted ({@code TLS})
 * @param trust certificates in PEM to trust instead of the JVM's ({@code TLS_TRUST})
 * @param login who we are to the SMSC
 * @param binds how many sessions are kept up ({@code BINDS}, 1 to 16)
 * @param window requests that may wait for an answer in one session ({@code WINDOW}, 1 to 64, 10 by default)
 * @param perSecond parts sent in a second in one session ({@code BIND_PER_SECOND}, 1 to 1,000; 0 is no limit)
 * @param enquireMs silence after which a link is tested ({@code ENQUIRE_SECONDS}, 1 to 600, 30 by default)
 * @param responseMs patience with an answer ({@code RESPONSE_SECONDS}, 1 to 120, 10 by default; or {@code TIMEOUT_MS})
 * @param alphabet what data_coding 0 is ({@code ALPHABET})
 * @param splitting how long texts are sent ({@code SPLITTING})
 * @param tables the languages whose national tables the SMSC passes on ({@code SHIFT_TABLES})
 * @param maxSegments segments of one text ({@code MAX_SEGMENTS}, 1 to 255, 10 by default)
 * @param ids how ids are brought to one form ({@code ID_FORMAT})
 * @param addresses types of addresses ({@code SOURCE_TON} and so on, {@code COUNTRY})
 * @param statuses what each command_status means
 * @param query whether the SMSC answers query_sm ({@code QUERY})
 * @param messageIdTag the optional parameter in which the SMSC names a text from a phone ({@code MO_ID_TLV})
 */
record SmppSettings(
        String host,
        int port,
        boolean tls,
        Optional<Path> trust,
        Login login,
        int binds,
        int window,
        int perSecond,
        int enquireMs,
        int responseMs,
        Alphabet alphabet,
        Splitting splitting,
        Set<NationalLanguage> tables,
        int maxSegments,
        IdFormat ids,
        Addresses addresses,
        Statuses statuses,
        boolean query,
        Optional<Short> messageIdTag) {

    /** Who we are: {@code SYSTEM_ID}, {@code PASSWORD}, {@code SYSTEM_TYPE}, and the {@code SERVICE_TYPE} of what we send. */
    record Login(String systemId, String password, String systemType, String serviceType) {

        /** Masked: no password. */
        @Override
        public String toString() {
            return "Login";
        }
    }

    /** Reads them; a wrong one stops the start. */
    static SmppSettings of(GatewayAccount account) {
        SettingReader read = new SettingReader(account);
        return new SmppSettings(
                account.required("HOST").strip(),
                read.number("PORT", 2775, 1, 65_535),
                read.flag("TLS"),
                read.text("TLS_TRUST").map(Path::of),
                login(account, read),
                read.number("BINDS", 1, 1, 16),
                read.number("WINDOW", 10, 1, 64),
                read.number("BIND_PER_SECOND", 0, 0, 1_000),
                read.number("ENQUIRE_SECONDS", 30, 1, 600) * 1_000,
                read.number("TIMEOUT_MS", 1, 600_000)
                        .orElseGet(() -> read.number("RESPONSE_SECONDS", 10, 1, 120) * 1_000),
                read.choice("ALPHABET", Alphabet.GSM),
                read.choice("SPLITTING", Splitting.UDH8),
                tables(read),
                read.number("MAX_SEGMENTS", 10, 1, 255),
                read.choice("ID_FORMAT", IdFormat.AS_IS),
                addresses(read),
                Statuses.of(read),
                read.flag("QUERY"),
                read.text("MO_ID_TLV").map(code -> (short) read.code("MO_ID_TLV", code)));
    }

    /** Their header is ours to write, and the septets must be the GSM alphabet's. */
    private static Set<NationalLanguage> tables(SettingReader read) {
        Set<NationalLanguage> tables = read.choices("SHIFT_TABLES", NationalLanguage.class);
        boolean possible = read.choice("ALPHABET", Alphabet.GSM) == Alphabet.GSM
                && Set.of(Splitting.UDH8, Splitting.UDH16).contains(read.choice("SPLITTING", Splitting.UDH8));
        if (!tables.isEmpty() && !possible) {
            throw read.wrong("SHIFT_TABLES", "needs ALPHABET gsm and SPLITTING udh8 or udh16");
        }
        return tables;
    }

    /** The lengths are those of SMPP 3.4, 4.1. */
    private static Login login(GatewayAccount account, SettingReader read) {
        return new Login(
                atMost(read, "SYSTEM_ID", account.required("SYSTEM_ID").strip(), 15),
                atMost(read, "PASSWORD", read.text("PASSWORD").orElse(""), 8),
                atMost(read, "SYSTEM_TYPE", read.text("SYSTEM_TYPE").orElse(""), 12),
                atMost(read, "SERVICE_TYPE", read.text("SERVICE_TYPE").orElse(""), 5));
    }

    private static String atMost(SettingReader read, String name, String value, int most) {
        if (value.length() > most) {
            throw read.wrong(name, "is longer than the " + most + " characters that SMPP 3.4 allows");
        }
        return value;
    }

    private static Addresses addresses(SettingReader read) {
        Addresses addresses = new Addresses(
                read.number("COUNTRY", 1, 999).map(String::valueOf).orElse(""),
                read.number("SOURCE_TON", 0, 6),
                read.number("SOURCE_NPI", 0, 18),
                read.number("DEST_TON", 1, 0, 6),
                read.number("DEST_NPI", 1, 0, 18));
        try {
            addresses.source("1");
            addresses.dest("1");
        } catch (IllegalArgumentException e) {
            throw read.wrong("SOURCE_NPI or _DEST_NPI", "must be 0, 1, 3, 4, 6, 8, 9, 10, 14 or 18");
        }
        return addresses;
    }

    /** How long an answer is waited for. */
    Duration patience() {
        return Duration.ofMillis(responseMs);
    }
}
