package dev.sightline.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.validation.Validation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryTest {

    private static final DirectoryReader READER =
            new DirectoryReader(Validation.buildDefaultValidatorFactory().getValidator());

    @TempDir
    Path folder;

    private Path file;
    private Directory directory;
    private DirectoryWatch watch;

    @BeforeEach
    void start() throws IOException {
        file = folder.resolve("directory.json");
        directory = new Directory(file, READER);
        watch = new DirectoryWatch(directory);
        write("One");
    }

    @Test
    void isReadAtStart() {
        watch.start(new StartupEvent());

        assertEquals("One", name());
        assertTrue(directory.projectByCaptureToken("phc_test").isPresent());
        assertTrue(directory.organizationOf(1).isPresent());
        assertTrue(directory.projectByCaptureToken("phc_other").isEmpty());
        assertTrue(directory.organizationOf(2).isEmpty());
        assertTrue(directory.person(1).isEmpty());
    }

    @Test
    void fileThatCannotBeUsedStopsTheStartWithOneLine() throws IOException {
        Files.writeString(file, "{\n  oops");

        ConfigurationException stop = assertThrows(ConfigurationException.class, () -> watch.start(new StartupEvent()));

        assertTrue(stop.getMessage().startsWith("Directory " + file + ": line 2, column 3: "), stop.getMessage());
        assertEquals(1, stop.getMessage().lines().count());
    }

    @Test
    void changeIsSeenAtTheNextLook() throws IOException {
        watch.start(new StartupEvent());

        write("Two, longer");
        watch.look();

        assertEquals("Two, longer", name());
    }

    @Test
    void changeOfTheLinkIsSeenAsMountedSecretsChange() throws IOException {
        Path first = Files.createDirectory(folder.resolve("first"));
        Path second = Files.createDirectory(folder.resolve("second"));
        Path current = Files.createSymbolicLink(folder.resolve("current"), first);
        Path linked = current.resolve("directory.json");
        Files.copy(file, first.resolve("directory.json"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.writeString(
                second.resolve("directory.json"), Files.readString(file).replace("One", "Two"));
        Files.setLastModifiedTime(second.resolve("directory.json"), Files.getLastModifiedTime(file));
        directory = new Directory(linked, READER);
        watch = new DirectoryWatch(directory);
        watch.start(new StartupEvent());

        Files.createSymbolicLink(folder.resolve("next"), second);
        Files.move(
                folder.resolve("next"), current, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        watch.look();

        assertEquals("Two", name());
    }

    @Test
    void brokenChangeKeepsTheOldEntriesAndShowsInHealthUntilMended() throws IOException {
        watch.start(new StartupEvent());

        Files.writeString(file, "{\"organizations\": [}");
        watch.look();
        HealthCheckResponse broken = watch.call();
        String kept = name();
        write("Mended");
        watch.look();

        assertEquals("One", kept);
        assertEquals(HealthCheckResponse.Status.DOWN, broken.getStatus());
        assertTrue(broken.getData().orElseThrow().get("reason").toString().startsWith("line 1, column 20: "));
        assertEquals("Mended", name());
        assertEquals(HealthCheckResponse.Status.UP, watch.call().getStatus());
        assertFalse(watch.call().getData().orElseThrow().containsKey("reason"));
    }

    @Test
    void fileThatVanishesKeepsTheOldEntries() throws IOException {
        watch.start(new StartupEvent());

        Files.delete(file);
        watch.look();

        assertEquals("One", name());
        assertEquals("there is no such file", directory.fault().orElseThrow());
    }

    private String name() {
        return directory.project(1).orElseThrow().name();
    }

    private void write(String project) throws IOException {
        Files.writeString(file, """
                {"organizations": [{"id": "01900000-0000-7000-8000-000000000001", "name": "Acme", "projects":
                  [{"id": 1, "uuid": "01900000-0000-7000-8000-000000000011", "name": "%s", "capture_token": "phc_test"}]}]}
                """.formatted(project));
    }
}
