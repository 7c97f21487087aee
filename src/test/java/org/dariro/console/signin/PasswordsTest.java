package org.dariro.console.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.dariro.console.signin.PasswordRules.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {
    private final PasswordRules rules = PasswordRules.shipped();

    @Test
    void theLibraryHashesAsTheReferenceDoes() { // test.c of the reference implementation: version 19, t=2, m=2^16,
        // p=1, argon2id
        byte[] hash = Argon2Function.getInstance(1 << 16, 2, 1, 32, Argon2.ID)
                .hash("password".getBytes(StandardCharsets.UTF_8), "somesalt".getBytes(StandardCharsets.UTF_8))
                .getBytes();
        assertEquals(
                "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7",
                HexFormat.of().formatHex(hash));
    }

    @Test
    void onlyTheRightPasswordMatches() {
        Passwords passwords = new Passwords();
        String hash = passwords.hash("four quiet river stones");
        assertTrue(hash.startsWith("argon2id$19456$2$1$"), hash);
        assertNotEquals(hash, passwords.hash("four quiet river stones"));
        assertTrue(passwords.matches("four quiet river stones", Optional.of(hash)));
        assertFalse(passwords.matches("four quiet river stone", Optional.of(hash)));
        assertFalse(passwords.matches("", Optional.of(hash)));
        assertFalse(passwords.matches("four quiet river stones", Optional.empty()));
    }

    private Optional<Fault> fault(String password) {
        return rules.fault(password, "grace.moyo@example.org", "Grace Moyo");
    }

    @Test
    void aPasswordHasTwelveCharactersOfAnyKind() {
        assertEquals(Optional.of(Fault.TOO_SHORT), fault("Xy7!kwq9Lp2"));
        assertEquals(Optional.empty(), fault("xykwqlpbzthu"));
        assertEquals(Optional.empty(), fault("four quiet river stones"));
        assertEquals(Optional.empty(), fault("784 512 093 667"));
        assertEquals(Optional.empty(), fault("mwedzi wakachena usiku"));
        assertEquals(Optional.of(Fault.TOO_LONG), fault("ab".repeat(101)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "P@ssw0rd1234",
                "Passwordpassword",
                "1234567890123",
                "qwertyuiop12",
                "abcabcabcabc",
                "aaaaaaaaaaaa",
                "ILoveYou2024!!",
                "Zimbabwe-2026",
                "welcome admin"
            })
    void whatGuessersTryFirstIsRefused(String password) {
        assertEquals(Optional.of(Fault.COMMON), fault(password));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gracemoyo2026", "Grace.Moyo.1990", "dariro-dariro-gracemoyo"})
    void onesOwnNameIsNoPassword(String password) {
        assertEquals(Optional.of(Fault.OWN_NAME), fault(password));
    }
}
