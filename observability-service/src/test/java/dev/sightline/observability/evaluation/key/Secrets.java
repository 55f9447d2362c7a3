package dev.sightline.observability.evaluation.key;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Settings of secrets, without a configuration. */
record Secrets(Optional<String> key, Optional<Path> keyFile, Optional<List<String>> otherKeys)
        implements SecretsConfig {

    static Secrets none() {
        return new Secrets(Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Secrets of(String key, String... others) {
        return new Secrets(Optional.of(key), Optional.empty(), Optional.of(List.of(others)));
    }

    static Secrets inFile(Path file) {
        return new Secrets(Optional.empty(), Optional.of(file), Optional.empty());
    }
}
