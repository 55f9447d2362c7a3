package dev.sightline.observability.evaluation.key;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What secrets in the database are encrypted with. One of the first two is needed before a provider key can be stored. */
@ConfigMapping(prefix = "sightline.secrets")
interface SecretsConfig {

    /** 32 bytes in Base64. */
    Optional<String> key();

    /** A file that holds such a key; made with a random one if it is not there. For a single machine. */
    Optional<Path> keyFile();

    /** More such keys, which open secrets but seal none: those of before, or the next one while it is handed out. */
    Optional<List<String>> otherKeys();
}
