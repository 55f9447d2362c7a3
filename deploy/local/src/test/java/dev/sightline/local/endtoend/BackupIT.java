package dev.sightline.local.endtoend;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.local.endtoend.Client.Answer;
import dev.sightline.local.stack.Service;
import dev.sightline.servers.KafkaServer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every database is dumped and restored with the commands of {@code deploy/README.md}, and its service goes on with it. */
@Tag("outages")
class BackupIT {

    private static final String SESSION = "backed-up";
    private static final String RECORDING = "/api/projects/1/session_recordings/" + SESSION;

    @TempDir
    Path folder;

    @Test
    void aDumpBringsBackWhatWasThere() throws IOException, SQLException {
        assumeTrue(InstalledPostgres.tools().isPresent(), "no Postgres with pg_dump is installed");
        try (KafkaServer kafka = KafkaServer.start(folder.resolve("kafka"), 0);
                InstalledPostgres postgres =
                        InstalledPostgres.start(InstalledPostgres.tools().orElseThrow(), folder)) {
            Map<String, String> settings = Cluster.settings(postgres.url(), kafka.bootstrapServers());
            for (Service service : Service.values()) {
                postgres.create(service.id());
            }
            Map<Service, List<JsonNode>> made = visit(settings, BackupIT::fill);
            for (Service service : Service.values()) {
                loseAndRestore(postgres, service);
            }
            assertEquals(made, visit(settings, BackupIT::read));
        }
    }

    private void loseAndRestore(InstalledPostgres postgres, Service service) throws IOException, SQLException {
        Contents before = Contents.of(postgres, service);
        assertTrue(before.rows() > 0, before::toString);
        String database = postgres.url().replace("://", "://" + service.id() + "@") + "/" + service.id();
        String administrator = "--maintenance-db=" + postgres.url().replace("://", "://postgres@") + "/postgres";
        String dump = folder.resolve(service.id() + ".dump").toString();

        postgres.run("pg_dump", "--format=custom", "--file=" + dump, database);
        postgres.run("dropdb", administrator, service.id());
        postgres.run("createdb", administrator, "--owner=" + service.id(), service.id());
        assertEquals(0, Contents.of(postgres, service).rows());
        postgres.run("pg_restore", "--dbname=" + database, dump);

        assertEquals(before, Contents.of(postgres, service));
    }

    /** What the services answer while they run. */
    private Map<Service, List<JsonNode>> visit(
            Map<String, String> settings, Function<Map<Service, Client>, Map<Service, List<JsonNode>>> visit)
            throws IOException {
        Map<Service, Replica> replicas = new EnumMap<>(Service.class);
        try {
            for (Service service : Service.values()) {
                replicas.put(service, Replica.start(service, folder, settings));
            }
            Replica.awaitReady(replicas.values());
            Map<Service, Client> clients = new EnumMap<>(Service.class);
            replicas.forEach((service, replica) -> clients.put(service, replica.client()));
            return visit.apply(clients);
        } finally {
            replicas.values().forEach(Replica::close);
        }
    }

    private static Map<Service, List<JsonNode>> fill(Map<Service, Client> clients) {
        Ticket.switchOn(clients.get(Service.SIGNALS));
        assertTaken(clients.get(Service.SIGNALS).post(Ticket.EMIT, new Ticket("42").json()));
        assertTaken(clients.get(Service.OBSERVABILITY)
                .post("/api/projects/1/datasets/", "{\"name\":\"kept\",\"description\":\"for later\"}"));
        assertTaken(clients.get(Service.OBSERVABILITY).post("/batch/", """
                        {"api_key":"phc_local","batch":[
                          {"event":"kept","distinct_id":"ada","uuid":"%s","properties":{"colour":"green"}}]}
                        """.formatted(UUID.randomUUID())));
        assertTaken(clients.get(Service.VISION).post("/s/", """
                        [{"event":"$snapshot","properties":{"token":"phc_local","distinct_id":"ada","$session_id":"%s",
                          "$window_id":"w","$lib":"web","$snapshot_data":[
                           {"type":3,"data":{"source":2,"type":2,"id":1,"x":1,"y":1},"timestamp":%d}]}}]
                        """.formatted(SESSION, System.currentTimeMillis())));
        await().atMost(Cluster.PATIENCE)
                .until(() -> clients.get(Service.VISION).get(RECORDING).status() == 200
                        && reports(clients).size() == 1
                        && events(clients).size() == 1);
        return read(clients);
    }

    private static void assertTaken(Answer answer) {
        assertEquals(2, answer.status() / 100, answer.toString());
    }

    private static Map<Service, List<JsonNode>> read(Map<Service, Client> clients) {
        return Map.of(
                Service.VISION,
                recorded(clients),
                Service.OBSERVABILITY,
                events(clients),
                Service.SIGNALS,
                reports(clients));
    }

    private static List<JsonNode> recorded(Map<Service, Client> clients) {
        Answer lines = clients.get(Service.VISION)
                .get(RECORDING + "/snapshots?source=blob_v2&start_blob_key=0&end_blob_key=0");
        assertEquals(200, lines.status(), lines.toString());
        return List.of(lines.body());
    }

    /** Their ids: the rest of them changes while they are worked on. */
    private static List<JsonNode> reports(Map<Service, Client> clients) {
        return clients.get(Service.SIGNALS)
                .get("/api/projects/1/signals/reports/?status=potential,candidate,ready")
                .body()
                .path("results")
                .findValues("id");
    }

    private static List<JsonNode> events(Map<Service, Client> clients) {
        return clients.get(Service.OBSERVABILITY)
                .get("/api/projects/1/events/?event=kept")
                .body()
                .path("results")
                .findValues("id");
    }
}
