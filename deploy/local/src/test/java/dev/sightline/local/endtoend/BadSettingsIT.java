package dev.sightline.local.endtoend;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.sightline.local.stack.Service;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** A setting that is wrong stops a service at start with a line that names it, before it needs any server. */
class BadSettingsIT {

    private record Mistake(Service service, String variable, String value, String named) {}

    private static final List<Mistake> ONE_OF_A_KIND = List.of(
            new Mistake(Service.VISION, "SIGHTLINE_VISION_SETTLE", "soon", "sightline.vision.sweep.settle"),
            new Mistake(Service.VISION, "SIGHTLINE_POSTGRES_URL", "database", "SIGHTLINE_POSTGRES_URL"),
            new Mistake(Service.SIGNALS, "SIGHTLINE_DIRECTORY", "/nowhere.json", "/nowhere.json"),
            new Mistake(Service.OBSERVABILITY, "SIGHTLINE_SECRETS_KEY", "short", "SIGHTLINE_SECRETS_KEY"));

    private static final List<Mistake> OTHERS = List.of(
            new Mistake(Service.VISION, "SIGHTLINE_VISION_BLOCKS", "disk", "SIGHTLINE_VISION_BLOCKS"),
            new Mistake(Service.SIGNALS, "SIGHTLINE_KAFKA", "broker", "SIGHTLINE_KAFKA"),
            new Mistake(Service.SIGNALS, "SIGHTLINE_RATE_LIMIT", "often", "SIGHTLINE_RATE_LIMIT"),
            new Mistake(Service.SIGNALS, "SIGHTLINE_SIGNALS_MODEL_PROVIDER", "google", "sightline.signals.model.name"),
            new Mistake(Service.OBSERVABILITY, "QUARKUS_HTTP_PORT", "http", "quarkus.http.port"));

    @TempDir
    Path folder;

    @Test
    void theyAreNamed() throws IOException {
        assertNamed(ONE_OF_A_KIND);
    }

    @Test
    @Tag("outages")
    void othersAreNamed() throws IOException {
        assertNamed(OTHERS);
    }

    private void assertNamed(List<Mistake> mistakes) throws IOException {
        List<Executable> checks = new ArrayList<>();
        for (Mistake mistake : mistakes) {
            Replica replica = start(mistake);
            checks.add(() -> assertNamed(mistake, replica));
        }
        assertAll(checks);
    }

    private Replica start(Mistake mistake) throws IOException {
        Map<String, String> environment = Cluster.settings("postgresql://127.0.0.1:1", "127.0.0.1:1");
        // as a pod has it; where the service itself migrates, it waits for its database before it looks at some of
        // these
        environment.put("QUARKUS_FLYWAY_MIGRATE_AT_START", "false");
        environment.put(mistake.variable(), mistake.value());
        return Replica.start(mistake.service(), folder, environment);
    }

    private static void assertNamed(Mistake mistake, Replica replica) {
        try (replica) {
            assertEquals(1, replica.exitCode(Cluster.PATIENCE), mistake::toString);
            List<String> naming = replica.lines().stream()
                    .filter(line -> line.contains(mistake.named()))
                    .toList();
            assertEquals(1, naming.size(), () -> mistake + ":\n" + replica.log());
            assertFalse(replica.log().contains("\tat "), () -> mistake + ":\n" + replica.log());
        }
    }
}
