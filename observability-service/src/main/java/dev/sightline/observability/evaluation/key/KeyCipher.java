package dev.sightline.observability.evaluation.key;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM. A secret is bound to the row it was encrypted for: moved to another one it does not open. */
@ApplicationScoped
class KeyCipher {

    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final MasterKey key;
    private final SecureRandom random = new SecureRandom();

    KeyCipher(MasterKey key) {
        this.key = key;
    }

    /** The nonce and, behind it, what it encrypts. */
    byte[] seal(UUID row, String secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = sealed(row, nonce, secret.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    private byte[] sealed(UUID row, byte[] nonce, byte[] secret) {
        try {
            return run(Cipher.ENCRYPT_MODE, key.get(), row, nonce, secret);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A secret cannot be sealed", e);
        }
    }

    /** @throws IllegalStateException if it was sealed for another row or with a key that is not configured */
    String open(UUID row, byte[] sealed) {
        return Stream.concat(Stream.of(key.get()), key.others().stream())
                .flatMap(candidate -> opened(candidate, row, sealed).stream())
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("A stored secret cannot be read with the configured keys"));
    }

    /** Whether the key seals it that seals new secrets. */
    boolean isCurrent(UUID row, byte[] sealed) {
        return opened(key.get(), row, sealed).isPresent();
    }

    private static Optional<String> opened(SecretKeySpec key, UUID row, byte[] sealed) {
        byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        byte[] content = Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length);
        try {
            return Optional.of(new String(run(Cipher.DECRYPT_MODE, key, row, nonce, content), StandardCharsets.UTF_8));
        } catch (AEADBadTagException anotherKey) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A stored secret cannot be read", e);
        }
    }

    private static byte[] run(int mode, SecretKeySpec key, UUID row, byte[] nonce, byte[] input)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(ALGORITHM);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(row.toString().getBytes(StandardCharsets.US_ASCII));
        return cipher.doFinal(input);
    }
}
