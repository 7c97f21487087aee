package org.dariro.console.signin;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.dariro.platform.Component;

/**
 * Hashes passwords with Argon2id (RFC 9106) at the cost that OWASP's password storage cheat sheet gives for it: 19 MiB, two
 * passes, one lane. At most two are hashed at a time, so that nobody can fill the memory by signing in.
 */
@Component
public class Passwords {
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int HASH = 32;
    private static final int SALT = 16;
    private static final String MARK = "argon2id";
    private final Semaphore places = new Semaphore(2);
    private final String nobodys;

    @Inject
    public Passwords() {
        nobodys = hash(Secrets.token());
    }

    /** A password's hash with its salt and costs: {@code argon2id$19456$2$1$salt$hash}. */
    public String hash(String password) {
        byte[] salt = Secrets.bytes(SALT);
        return String.join(
                "$",
                MARK,
                Integer.toString(MEMORY_KIB),
                Integer.toString(PASSES),
                Integer.toString(LANES),
                text(salt),
                text(run(password, salt, MEMORY_KIB, PASSES, LANES)));
    }

    /** Whether this is the password of that hash. Without a hash it takes as long, and the answer is no. */
    public boolean matches(String password, Optional<String> hash) {
        List<String> parts = Arrays.asList(hash.orElse(nobodys).split("\\$", -1));
        if (parts.size() != 6 || !parts.get(0).equals(MARK)) {
            throw new IllegalStateException("A password hash is not one of ours");
        }
        byte[] made = run(
                password,
                Base64.getDecoder().decode(parts.get(4)),
                Integer.parseInt(parts.get(1)),
                Integer.parseInt(parts.get(2)),
                Integer.parseInt(parts.get(3)));
        return MessageDigest.isEqual(made, Base64.getDecoder().decode(parts.get(5))) && hash.isPresent();
    }

    private byte[] run(String password, byte[] salt, int memory, int passes, int lanes) {
        places.acquireUninterruptibly();
        try {
            return Argon2Function.getInstance(memory, passes, lanes, HASH, Argon2.ID)
                    .hash(password.getBytes(StandardCharsets.UTF_8), salt)
                    .getBytes();
        } finally {
            places.release();
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }
}
