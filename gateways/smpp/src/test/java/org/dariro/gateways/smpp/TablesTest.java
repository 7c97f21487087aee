package org.dariro.gateways.smpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dariro.gateways.api.Gsm7;
import org.dariro.gateways.api.Outcome;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TablesTest {
    private static final Statuses STANDARD = new Statuses(Set.of(), Set.of(), Set.of(), Set.of());

    @ParameterizedTest
    @CsvSource({
        "0x58,Throttled", "0x14,Throttled", "0x0B,Refused", "0x0A,Refused", "0x45,Refused", "0x01,Refused",
                "0x04,RetryLater",
        "0x0D,RetryLater", "0x08,Unknown", "0xFF,Unknown", "0x64,Unknown", "0x400,Refused", "0x4FF,Refused",
                "0x500,Unknown",
        "0x70,Unknown", "0xFE,Refused"
    })
    void aStatusMeans(String status, String outcome) {
        assertEquals(
                outcome, STANDARD.outcome(Integer.decode(status)).getClass().getSimpleName());
    }

    @Test
    void anOperatorMayMeanSomethingElse() {
        Statuses own = new Statuses(Set.of(0x45), Set.of(0x400), Set.of(0x08), Set.of(0x58));
        assertEquals(new Outcome.OptedOut("0x00000045"), own.outcome(0x45));
        assertInstanceOf(Outcome.RetryLater.class, own.outcome(0x400));
        assertInstanceOf(Outcome.Throttled.class, own.outcome(0x08));
        assertInstanceOf(Outcome.Refused.class, own.outcome(0x58));
    }

    @Test
    void addressesGetTheirTypesFromTheirForm() {
        Addresses addresses = new Addresses("263", Optional.empty(), Optional.empty(), 1, 1);
        assertEquals(
                new Addresses.Typed(TypeOfNumber.INTERNATIONAL, NumberingPlanIndicator.ISDN, "263770000000"),
                addresses.source("+263770000000"));
        assertEquals(
                new Addresses.Typed(TypeOfNumber.ALPHANUMERIC, NumberingPlanIndicator.UNKNOWN, "Dariro"),
                addresses.source("Dariro"));
        assertEquals(
                new Addresses.Typed(TypeOfNumber.NETWORK_SPECIFIC, NumberingPlanIndicator.UNKNOWN, "38000"),
                addresses.source("38000"));
    }

    @ParameterizedTest
    @CsvSource({
        "1,263771000001,+263771000001",
        "0,263771000001,+263771000001",
        "0,+263771000001,+263771000001",
        "2,771000001,+263771000001",
        "0,0771000001,+263771000001",
        "0,00263771000001,00263771000001",
        "3,38000,38000",
        "5,MyBank,MyBank",
        "5,263771000001,263771000001",
        "1,38000,+38000"
    })
    void addressesAreReadIntoE164WhereThatCanBeTold(int ton, String written, String read) {
        assertEquals(read, new Addresses("263", Optional.empty(), Optional.empty(), 1, 1).read(ton, written));
    }

    @ParameterizedTest
    @CsvSource({
        "HEX,1A2B,6699,6699",
        "DECIMAL,6699,1A2B,6699",
        "AS_IS,00ab,00ab,00ab",
        "HEX,no-number,no-number,no-number"
    })
    void idsAreBroughtToOneForm(IdFormat format, String answered, String receipted, String normal) {
        assertEquals(normal, format.answered(answered));
        assertEquals(normal, format.receipted(receipted));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PORT",
                "BINDS",
                "WINDOW",
                "BIND_PER_SECOND",
                "ALPHABET",
                "SPLITTING",
                "ID_FORMAT",
                "TLS",
                "SOURCE_NPI",
                "STATUS_RETRY",
                "MO_ID_TLV",
                "PASSWORD",
                "MAX_SEGMENTS",
                "COUNTRY",
                "QUERY"
            })
    void aWrongSettingStopsTheStartAndIsNamedWithoutItsValue(String name) {
        Map<String, String> settings = new HashMap<>(Map.of("HOST", "localhost", "SYSTEM_ID", "me"));
        Wired.gateway(settings).close();
        settings.put(name, name.equals("SOURCE_NPI") ? "7" : "wrong-value");
        var thrown = assertThrows(IllegalArgumentException.class, () -> Wired.gateway(settings));
        assertTrue(thrown.getMessage().contains("DARIRO_ACCOUNT_TEL_" + name), thrown.getMessage());
        assertFalse(thrown.getMessage().contains("wrong-value"), thrown.getMessage());
    }

    @Test
    void theWholeAlphabetIsWrittenAndRead() {
        StringBuilder all = new StringBuilder();
        for (char c = 0; c < 0x3000; c++) {
            if (Gsm7.septets(c) > 0) {
                all.append(c);
            }
        }
        assertEquals(127 + 10, all.length());
        assertEquals(all.toString(), Gsm7.decode(Gsm7.encode(all.toString())));
    }
}
