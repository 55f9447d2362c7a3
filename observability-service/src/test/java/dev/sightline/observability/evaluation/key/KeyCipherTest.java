package dev.sightline.observability.evaluation.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.api.ApiException;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets at rest. */
class KeyCipherTest {

    private static final UUID ROW = UUID.fromString("018f0000-0000-7000-8000-000000000001");
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
    private static final String NEXT = "MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTI=";

    @TempDir
    Path folder;

    @Test
    void opensWhatItSealed() {
        KeyCipher cipher = cipher(KEY);

        assertEquals("sk-ä", cipher.open(ROW, cipher.seal(ROW, "sk-ä")));
    }

    @Test
    void neverSealsTwiceAlikeAndShowsNothing() {
        byte[] once = cipher(KEY).seal(ROW, "sk-secret");

        assertFalse(Arrays.equals(once, cipher(KEY).seal(ROW, "sk-secret")));
        assertFalse(new String(once, StandardCharsets.ISO_8859_1).contains("secret"));
    }

    @Test
    void opensNothingThatWasMovedChangedOrSealedWithAnotherKey() {
        byte[] sealed = cipher(KEY).seal(ROW, "sk-secret");
        byte[] changed = sealed.clone();
        changed[changed.length - 1] ^= 1;
        byte[] other = new byte[32];
        other[0] = 1;

        assertThrows(IllegalStateException.class, () -> cipher(KEY).open(UUID.randomUUID(), sealed));
        assertThrows(IllegalStateException.class, () -> cipher(KEY).open(ROW, changed));
        assertThrows(
                IllegalStateException.class,
                () -> cipher(Base64.getEncoder().encodeToString(other)).open(ROW, sealed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "bm90IDMyIGJ5dGVz", "***"})
    void refusesToStartWithAKeyThatIsNone(String key) {
        assertThrows(ConfigurationException.class, () -> cipher(key));
    }

    @Test
    void opensWithOtherKeysButSealsWithItsOwn() {
        byte[] before = cipher(KEY).seal(ROW, "sk-secret");
        KeyCipher both = new KeyCipher(new MasterKey(Secrets.of(NEXT, KEY)));

        assertEquals("sk-secret", both.open(ROW, before));
        assertFalse(both.isCurrent(ROW, before));
        assertEquals("sk-secret", cipher(NEXT).open(ROW, both.seal(ROW, "sk-secret")));
    }

    @Test
    void namesTheOtherKeysThatAreNone() {
        ConfigurationException refusal =
                assertThrows(ConfigurationException.class, () -> new MasterKey(Secrets.of(KEY, "short")));

        assertTrue(refusal.getMessage().startsWith("SIGHTLINE_SECRETS_OTHER_KEYS"), refusal.getMessage());
    }

    @Test
    void saysWhichSettingIsMissing() {
        KeyCipher cipher = new KeyCipher(new MasterKey(Secrets.none()));

        ApiException refusal = assertThrows(ApiException.class, () -> cipher.seal(ROW, "s"));

        assertEquals(503, refusal.status());
        assertTrue(refusal.detail().contains("SIGHTLINE_SECRETS_KEY"));
    }

    @Test
    void makesAKeyFileOnceThatOnlyItsOwnerReads() throws Exception {
        Path file = folder.resolve("data/secrets.key");
        byte[] sealed = new KeyCipher(new MasterKey(Secrets.inFile(file))).seal(ROW, "s");

        KeyCipher again = new KeyCipher(new MasterKey(Secrets.inFile(file)));

        assertEquals("s", again.open(ROW, sealed));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertNotEquals(KEY, Files.readString(file));
    }

    @ParameterizedTest
    @CsvSource({"sk-0123456789, sk-0...6789", "12345678, ****", "123456789, 1234...6789", "a, ****"})
    void masks(String secret, String masked) {
        assertEquals(masked, Masked.of(secret));
    }

    private static KeyCipher cipher(String key) {
        return new KeyCipher(new MasterKey(Secrets.of(key)));
    }
}
