package dev.sightline.local.endtoend;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.local.endtoend.Client.Answer;
import dev.sightline.local.stack.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What callers see while a server is away, and that nothing accepted is lost: the failure table of {@code deploy/README.md}. */
@Tag("outages")
@ExtendWith(ClusterExtension.class)
class OutagesIT {

    private static final String SCANNERS = "/api/projects/1/vision/scanners/";
    private static final Map<Service, String> LISTS = Map.of(
            Service.VISION, SCANNERS,
            Service.OBSERVABILITY, "/api/projects/1/datasets/",
            Service.SIGNALS, "/api/projects/1/signals/reports/");

    private final String run = UUID.randomUUID().toString();
    private Cluster cluster;
    private List<Reminders> reminders;

    @BeforeEach
    void prepare(Cluster shared) {
        cluster = shared;
        Ticket.switchOn(cluster.client());
        reminders = cluster.all().stream().map(Reminders::of).toList();
    }

    @Test
    void withoutKafkaCaptureRefusesAndTheRestGoesOn() throws IOException {
        cluster.stopKafka();
        assertEquals(503, capture("lost").status());
        assertEquals(503, record().status());
        assertEquals(201, createScanner().status());
        assertEquals(202, emit("waiting-" + run).status());
        for (Replica replica : cluster.all()) {
            awaitUnready(replica, "kafka");
            assertEquals(200, list(replica).status());
        }

        cluster.startKafka();
        cluster.awaitReady();
        assertEquals(200, capture("captured").status());
        assertEquals(200, record().status());
        awaitStored(1, Service.OBSERVABILITY, events("captured"));
        awaitStored(1, Service.VISION, "select count(*) from recording_session where session_id = '" + run + "'");
        awaitStored(1, Service.SIGNALS, Ticket.counted("waiting-" + run));
        awaitStored(0, Service.VISION, "select count(*) from outbox");
        assertEquals(0, cluster.number(Service.OBSERVABILITY, events("lost")));
        reminders.forEach(Reminders::check);
    }

    @Test
    void withoutPostgresTheApiIsUnavailableAndCaptureGoesOn() throws IOException, InterruptedException {
        cluster.stopPostgres();
        for (Replica replica : cluster.all()) {
            awaitUnready(replica, "connection");
            Answer answer = list(replica);
            assertEquals(503, answer.status(), answer.toString());
            assertEquals("server_error", answer.body().path("type").asText(), answer.toString());
            assertEquals(Optional.of("5"), retryAfter(replica));
        }
        assertEquals(200, capture("captured without Postgres").status());
        assertEquals(200, record().status());

        cluster.startPostgres();
        cluster.awaitReady();
        awaitStored(1, Service.OBSERVABILITY, events("captured without Postgres"));
        awaitStored(1, Service.VISION, "select count(*) from recording_session where session_id = '" + run + "'");
        cluster.all().forEach(replica -> assertEquals(200, list(replica).status()));
        reminders.forEach(Reminders::check);
    }

    private static void awaitUnready(Replica replica, String check) {
        await().atMost(Cluster.PATIENCE).until(() -> replica.health("ready") == 503);
        String down = replica.readiness().toString();
        assertTrue(down.toLowerCase(Locale.ROOT).contains(check), down);
        assertEquals(200, replica.health("live"));
        assertEquals(200, replica.health("started"));
    }

    private static Answer list(Replica replica) {
        return replica.client().get(LISTS.get(replica.service()));
    }

    private static Optional<String> retryAfter(Replica replica) throws IOException, InterruptedException {
        URI list = replica.client().address().resolve(LISTS.get(replica.service()));
        HttpRequest request = HttpRequest.newBuilder(list)
                .header("Authorization", "Bearer " + LocalStack.KEY)
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .headers()
                .firstValue("retry-after");
    }

    private Answer capture(String name) {
        return cluster.client().post("/batch/", """
                        {"api_key":"phc_local","batch":[
                          {"event":"%s","distinct_id":"%s","uuid":"%s","properties":{}}]}
                        """.formatted(name, run, UUID.randomUUID()));
    }

    private Answer record() {
        return cluster.client().post("/s/", """
                        [{"event":"$snapshot","properties":{"token":"phc_local","distinct_id":"outage","$session_id":"%s",
                          "$window_id":"w","$lib":"web","$snapshot_data":[
                           {"type":3,"data":{"source":2,"type":2,"id":1,"x":1,"y":1},"timestamp":%d}]}}]
                        """.formatted(run, System.currentTimeMillis()));
    }

    private Answer createScanner() {
        return cluster.client().post(SCANNERS, """
                        {"name":"%s","scanner_type":"monitor","provider":"local","model":"local","enabled":false,
                         "scanner_config":{"prompt":"Did anything fail?"}}""".formatted(run));
    }

    private Answer emit(String ticket) {
        return cluster.client().post(Ticket.EMIT, new Ticket(ticket).json());
    }

    private String events(String name) {
        return "select count(*) from event where event = '" + name + "' and distinct_id = '" + run + "'";
    }

    private void awaitStored(int count, Service service, String query) {
        await().atMost(Cluster.PATIENCE).until(() -> cluster.number(service, query) == count);
    }
}
