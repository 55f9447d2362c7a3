package dev.sightline.clients;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpmTest {

    @Test
    void tellsWhatNpmSaysWhereNothingCanBeInstalled(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("package.json"), "{\"dependencies\":{\"rrweb\":\"2.2.2\"}}");

        IOException failure = assertThrows(IOException.class, () -> Npm.install(folder));

        assertTrue(failure.getMessage().startsWith("npm ci in " + folder), failure::getMessage);
        assertTrue(failure.getMessage().contains("npm error"), failure::getMessage);
    }
}
