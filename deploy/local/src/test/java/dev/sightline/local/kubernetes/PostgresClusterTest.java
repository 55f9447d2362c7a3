package dev.sightline.local.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** CloudNativePG has no types for Java, so what the services rely on is looked at one by one. */
class PostgresClusterTest {

    private static final Set<String> SERVICES = Set.of("vision", "signals", "observability");

    @Test
    void everyServiceHasARoleAndADatabaseOfItsOwn() throws IOException {
        Overlay production = Overlay.build("production");
        JsonNode cluster = production.all("Cluster").get(0);

        assertEquals(
                SERVICES,
                Overlay.each(cluster.at("/spec/managed/roles"))
                        .filter(role -> role.at("/passwordSecret/name")
                                .asText()
                                .equals(role.path("name").asText() + "-postgres"))
                        .filter(role -> role.path("login").asBoolean()
                                && !role.path("superuser").asBoolean())
                        .map(role -> role.path("name").asText())
                        .collect(Collectors.toSet()));
        assertEquals(
                SERVICES,
                production.all("Database").stream()
                        .filter(database -> database.at("/spec/name").equals(database.at("/spec/owner")))
                        .filter(database ->
                                database.at("/spec/cluster/name").asText().equals(Overlay.name(cluster)))
                        .map(database -> database.at("/spec/name").asText())
                        .collect(Collectors.toSet()));
        assertEquals(
                "postgresql://" + Overlay.name(cluster) + "-rw:5432", production.setting("SIGHTLINE_POSTGRES_URL"));
    }
}
