package dev.sightline.observability.evaluation.key;

import dev.sightline.api.ApiException;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.jboss.logging.Logger;

/** The key that encrypts all others. */
@Startup(MasterKey.EARLY)
@ApplicationScoped
class MasterKey {

    /** Before the service waits for any server, and before any job runs. */
    static final int EARLY = -100;

    private static final Logger LOG = Logger.getLogger(MasterKey.class);
    private static final int BYTES = 32;

    private static final String KEY = "SIGHTLINE_SECRETS_KEY";
    private static final String OTHER_KEYS = "SIGHTLINE_SECRETS_OTHER_KEYS";

    private final Optional<SecretKeySpec> key;
    private final List<SecretKeySpec> others;

    /** A key that is configured and unusable stops the service at start, with one line: a cause would make it a trace. */
    MasterKey(SecretsConfig config) {
        this.key =
                config.key().or(() -> config.keyFile().map(MasterKey::contents)).map(text -> read(KEY, text));
        this.others = config.otherKeys().orElse(List.of()).stream()
                .map(text -> read(OTHER_KEYS, text))
                .toList();
    }

    /** Fails with 503 and the name of the setting if none is configured. */
    SecretKeySpec get() {
        return key.orElseThrow(() ->
                ApiException.unavailable("Secrets cannot be stored: set " + KEY + " to 32 random bytes in Base64."));
    }

    /** The keys that secrets may still be sealed with. */
    List<SecretKeySpec> others() {
        return others;
    }

    private static SecretKeySpec read(String setting, String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text.trim());
            if (bytes.length == BYTES) {
                return new SecretKeySpec(bytes, "AES");
            }
        } catch (IllegalArgumentException notBase64) {
            throw new ConfigurationException(setting + " is not Base64");
        }
        throw new ConfigurationException(setting + " is not 32 bytes in Base64");
    }

    private static String contents(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : make(file);
        } catch (IOException e) {
            throw new ConfigurationException("SIGHTLINE_SECRETS_KEY_FILE cannot be used: " + e);
        }
    }

    /** Only the owner may read it; if another process is quicker, its key counts. */
    private static String make(Path file) throws IOException {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        Path draft = Files.createTempFile(
                Files.createDirectories(file.toAbsolutePath().getParent()),
                "key",
                null,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, Base64.getEncoder().encodeToString(random), StandardOpenOption.TRUNCATE_EXISTING);
        publish(draft, file);
        return Files.readString(file);
    }

    private static void publish(Path draft, Path file) throws IOException {
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException quicker) {
            LOG.debugf("key file was made by another process path=%s", file);
        } finally {
            Files.delete(draft);
        }
    }
}
