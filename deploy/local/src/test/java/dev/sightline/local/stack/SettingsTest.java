package dev.sightline.local.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static final Path HOME = Path.of("/home/sightline");

    private static Settings with(Map<String, String> environment) {
        return new Settings(HOME, environment);
    }

    @Test
    void portsHaveTheirFixedDefaults() {
        assertEquals(
                Set.of(8000, 8081, 8082, 8083, 8432, 8092),
                Stream.of(Port.values()).map(with(Map.of())::port).collect(Collectors.toSet()));
    }

    @Test
    void dataAndDirectoryLieInTheRepositoryUnlessTold() {
        assertEquals(HOME.resolve("deploy/local/data"), with(Map.of()).data());
        assertEquals(HOME.resolve("deploy/local/directory.json"), with(Map.of()).directory());
        assertEquals(
                Path.of("/var/lib/x"),
                with(Map.of("SIGHTLINE_DATA", "/var/lib/x")).data());
        assertEquals(
                Path.of("here").toAbsolutePath(),
                with(Map.of("SIGHTLINE_DATA", "here")).data());
    }

    @Test
    void tuningIsShortUnlessTold() {
        Map<String, String> services =
                with(Map.of("SIGHTLINE_VISION_SETTLE", "35m")).ofServices();

        assertEquals("10s", services.get("SIGHTLINE_VISION_SWEEP_INTERVAL"));
        assertEquals("35m", services.get("SIGHTLINE_VISION_SETTLE"));
        assertEquals("1s", services.get("SIGHTLINE_SIGNALS_FLUSH"));
    }

    @Test
    void secretsAreKeptWithTheDataUnlessAKeyIsGiven() {
        assertEquals(
                HOME.resolve("deploy/local/data/secrets.key").toString(),
                with(Map.of()).ofServices().get("SIGHTLINE_SECRETS_KEY_FILE"));
        assertFalse(with(Map.of("SIGHTLINE_SECRETS_KEY", "k")).ofServices().containsKey("SIGHTLINE_SECRETS_KEY_FILE"));
    }

    @Test
    void onlyTheGatewayLeavesTheLoopback() {
        Settings open = with(Map.of("SIGHTLINE_BIND", "0.0.0.0"));

        assertEquals("0.0.0.0", open.bind());
        assertEquals("127.0.0.1", open.ofServices().get("SIGHTLINE_BIND"));
        assertEquals("http://localhost:8000", open.url());
    }

    @Test
    void ownServersAreNotEmbedded() {
        Settings own = with(Map.of("SIGHTLINE_POSTGRES_URL", "postgresql://db:5432"));

        assertFalse(own.embedsPostgres());
        assertTrue(own.embedsKafka());
    }

    @Test
    void kafkaIsTheEmbeddedOneUnlessTold() {
        assertEquals("127.0.0.1:8092", with(Map.of()).kafka());
        assertEquals(
                "broker:9092", with(Map.of("SIGHTLINE_KAFKA", "broker:9092")).kafka());
    }

    @Test
    void javaOptionsAreWords() {
        assertEquals(List.of(), with(Map.of()).javaOptions());
        assertEquals(
                List.of("-XX:+UseG1GC", "-Xmx1g"),
                with(Map.of("SIGHTLINE_JAVA_OPTIONS", " -XX:+UseG1GC  -Xmx1g ")).javaOptions());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "0", "65536", "-1", ""})
    void whatIsNoPortIsNamed(String text) {
        Settings settings = with(Map.of("SIGHTLINE_PORT", text));

        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> settings.port(Port.GATEWAY));

        assertEquals("SIGHTLINE_PORT is no port number: " + text, refused.getMessage());
    }
}
