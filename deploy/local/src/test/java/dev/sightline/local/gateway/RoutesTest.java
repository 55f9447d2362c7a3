package dev.sightline.local.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoutesTest {

    @TempDir
    Path folder;

    @Test
    void choicesAreWrittenOut() {
        Route route = new Route("vision", "rest", List.of("/{a,b}/:id/{c,d}", "/e/*"));

        assertEquals(
                List.of("/a/:id/c", "/a/:id/d", "/b/:id/c", "/b/:id/d", "/e", "/e/*"),
                route.patterns().toList());
    }

    @Test
    void anUnknownKindIsNamed() {
        IOException refused = read("{kinds: {}, routes: [{service: vision, kind: rest, paths: [/s]}]}");

        assertTrue(refused.getMessage().contains("the kind rest of [/s] is unknown"), refused.getMessage());
    }

    @Test
    void aMissingOrMisspeltMemberIsNamed() {
        IOException missing = read("{kinds: {}, routes: [{service: vision, paths: [/s]}]}");
        IOException misspelt = read("{kinds: {}, routes: [], rotues: []}");

        assertTrue(missing.getMessage().contains("'kind'"), missing.getMessage());
        assertTrue(misspelt.getMessage().contains("rotues"), misspelt.getMessage());
    }

    private IOException read(String yaml) {
        return assertThrows(
                IOException.class, () -> Routes.read(Files.writeString(folder.resolve("routes.yaml"), yaml)));
    }
}
