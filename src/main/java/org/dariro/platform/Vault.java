package org.dariro.platform;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys: a master key (Tink AES-256-GCM) in the key file wraps every {@link DataKey}; a keyed hash (HMAC-SHA-256)
 * finds a number without storing it in the clear. Without the key file {@code DARIRO_HOME/keys/master.json} (or
 * {@code DARIRO_KEY_FILE}) nothing in the database can be read: back it up, apart from the database.
 */
public final class Vault {
    private static final byte[] WRAP = "data-key".getBytes(StandardCharsets.UTF_8);
    private static final SecureRandom RANDOM = new SecureRandom();
    private final Aead master;
    private final byte[] hashKey;
    private final DataKey service;

    private Vault(KeysetHandle keyset, byte[] wrappedHashKey, byte[] wrappedServiceKey)
            throws GeneralSecurityException {
        master = keyset.getPrimitive(AeadConfig2026.get(), Aead.class);
        hashKey = master.decrypt(wrappedHashKey, WRAP);
        service = new DataKey(master.decrypt(wrappedServiceKey, WRAP));
    }

    /** Opens the key file, and makes it on the first start, readable by its owner only. */
    public static Vault open(Settings settings) {
        Path file = settings.text("DARIRO_KEY_FILE").map(Path::of).orElseGet(() -> settings.home()
                .resolve("keys/master.json"));
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            KeyFile keys = KeyFile.parse(Files.readString(file));
            return new Vault(keyset(keys.keyset()), keys.hashKey(), keys.serviceKey());
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("The key file cannot be opened: check DARIRO_KEY_FILE.", e);
        }
    }

    /** Keys that live no longer than the process; for tests. */
    public static Vault inMemory() {
        try {
            KeyFile keys = generate();
            return new Vault(keyset(keys.keyset()), keys.hashKey(), keys.serviceKey());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No keys could be made", e);
        }
    }

    private static KeysetHandle keyset(String json) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(json, AeadConfig2026.get(), InsecureSecretKeyAccess.get());
    }

    private static KeyFile generate() throws GeneralSecurityException {
        KeysetHandle keyset = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get());
        Aead aead = keyset.getPrimitive(AeadConfig2026.get(), Aead.class);
        return new KeyFile(
                TinkJsonProtoKeysetFormat.serializeKeyset(keyset, AeadConfig2026.get(), InsecureSecretKeyAccess.get()),
                aead.encrypt(random(), WRAP),
                aead.encrypt(random(), WRAP));
    }

    private static void create(Path file) throws IOException, GeneralSecurityException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path fresh = Files.createTempFile(
                file.toAbsolutePath().getParent(),
                "master",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(generate().format().getBytes(StandardCharsets.UTF_8)));
            channel.force(true); // a key must not be lost that something was sealed with
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static byte[] random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** A fresh data key, wrapped: to be stored, and unwrapped for use. */
    public byte[] newWrappedKey() {
        try {
            return master.encrypt(random(), WRAP);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No key could be made", e);
        }
    }

    /** The data key of its wrapped form. */
    public DataKey unwrap(byte[] wrapped) {
        try {
            return new DataKey(master.decrypt(wrapped, WRAP));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "A data key cannot be unwrapped: is this the key file of this database?", e);
        }
    }

    /** The service's own key, for what belongs to no single member. */
    public DataKey serviceKey() {
        return service;
    }

    /** The keyed hash (HMAC-SHA-256, 32 bytes) by which a number is found. */
    public byte[] hash(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(hashKey, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("HMAC-SHA-256 is missing in this Java", e);
        }
    }
}
