package org.dariro.platform;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * A key that seals texts (AES-256-GCM). Each member has one, wrapped by the service's master key; when it is destroyed,
 * nothing that it sealed can be read again.
 */
public final class DataKey {
    /** Octets by which a sealed text is longer than the text in UTF-8: the nonce and the tag. */
    public static final int OVERHEAD = 28;

    private final AesGcmJce aead;

    DataKey(byte[] raw) {
        try {
            aead = new AesGcmJce(raw);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The data key is not usable", e);
        }
    }

    /**
     * Seals a text.
     *
     * @param place what the text is, such as {@code post}: a sealed text opens only as what it was sealed as
     */
    public byte[] seal(String text, String place) {
        try {
            return aead.encrypt(text.getBytes(StandardCharsets.UTF_8), place.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Sealing failed", e);
        }
    }

    /**
     * Opens a sealed text.
     *
     * @throws IllegalStateException when it was sealed by another key or as something else, or was changed
     */
    public String open(byte[] sealed, String place) {
        try {
            return new String(aead.decrypt(sealed, place.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A sealed text cannot be opened with the keys at hand", e);
        }
    }
}
