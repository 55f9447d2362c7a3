package dev.sightline.observability.evaluation.key;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

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
        byte[] sealed = run(Cipher.ENCRYPT_MODE, row, nonce, secret.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** @throws IllegalStateException if it was sealed for another row or with another key */
    String open(UUID row, byte[] sealed) {
        byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        byte[] secret = run(Cipher.DECRYPT_MODE, row, nonce, Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length));
        return new String(secret, StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, UUID row, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance(ALGORITHM);
            cipher.init(mode, key.get(), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(row.toString().getBytes(StandardCharsets.US_ASCII));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A stored secret cannot be read with the configured key", e);
        }
    }
}
