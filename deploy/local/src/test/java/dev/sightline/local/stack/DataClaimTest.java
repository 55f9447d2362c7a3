package dev.sightline.local.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataClaimTest {

    @TempDir
    Path folder;

    @Test
    void aClaimEndsWithClose() throws IOException {
        Path data = folder.resolve("new/data");
        DataClaim.take(data).orElseThrow().close();

        assertTrue(DataClaim.holder(data).isEmpty());
        DataClaim.take(data).orElseThrow().close();
    }

    @Test
    void aFolderThatWasOursIsEmptiedButForTheLogs() throws Exception {
        DataClaim.take(folder).orElseThrow().close();
        Files.createDirectories(folder.resolve("postgres/cluster"));
        Files.writeString(folder.resolve("postgres/cluster/file"), "content");
        Files.createDirectories(folder.resolve("logs"));

        try (DataClaim claim = DataClaim.take(folder).orElseThrow()) {
            claim.empty();
        }

        assertFalse(Files.exists(folder.resolve("postgres")));
        assertTrue(Files.exists(folder.resolve("logs")));
    }

    @Test
    void aFolderThatWasNeverOursIsNotEmptied() throws Exception {
        Path letter = Files.writeString(folder.resolve("letter.txt"), "dear");

        try (DataClaim claim = DataClaim.take(folder).orElseThrow()) {
            StackFailure refused = assertThrows(StackFailure.class, claim::empty);
            assertEquals(folder + " is no data folder of Sightline's; it is not emptied", refused.getMessage());
        }

        assertTrue(Files.exists(letter));
    }
}
