package org.dariro.console.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest // RFC 6238, appendix B, SHA-1, the last six of its eight digits
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void codesAreThoseOfTheRfc(long seconds, String code) {
        assertEquals(code, Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(seconds))));
    }

    @Test
    void aCodeCountsOneStepEarlierAndLaterAndOnce() {
        Instant now = Instant.ofEpochSecond(1_111_111_109);
        long step = Totp.step(now);
        assertEquals(OptionalLong.of(step), Totp.match(SECRET, "081804", now, 0));
        assertEquals(OptionalLong.of(step), Totp.match(SECRET, "081804", now.plusSeconds(30), 0));
        assertEquals(OptionalLong.of(step), Totp.match(SECRET, "081804", now.minusSeconds(30), 0));
        assertTrue(Totp.match(SECRET, "081804", now.plusSeconds(60), 0).isEmpty());
        assertTrue(Totp.match(SECRET, "081804", now, step).isEmpty());
        assertTrue(Totp.match(SECRET, "", now, 0).isEmpty());
        assertTrue(Totp.match(SECRET, "81804", now, 0).isEmpty());
    }

    @Test
    void theSecretIsWrittenInBase32() { // RFC 4648, section 10
        assertEquals("MZXW6YTBOI", Totp.base32("foobar".getBytes(StandardCharsets.US_ASCII)));
        assertEquals("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", Totp.base32(SECRET));
    }
}
