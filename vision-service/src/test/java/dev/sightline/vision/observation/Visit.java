package dev.sightline.vision.observation;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import dev.sightline.event.EventCaptured;
import dev.sightline.event.SnapshotsReceived;
import dev.sightline.json.Json;
import dev.sightline.messaging.OutboxMessage;
import dev.sightline.messaging.Publisher;
import dev.sightline.testing.TestDirectory;
import dev.sightline.testing.TestProject;
import dev.sightline.time.UuidV7;
import dev.sightline.vision.analysis.DemoSession;
import dev.sightline.vision.recording.RecordingStore;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A project of its own, in which sessions are recorded as the edge would send them and looked at through the API. */
@Dependent
public class Visit {

    private final TestProject project = TestDirectory.newProject();
    private final Publisher publisher;
    private final RecordingStore recordings;

    Visit(Publisher publisher, RecordingStore recordings) {
        this.publisher = publisher;
        this.recordings = recordings;
    }

    public TestProject project() {
        return project;
    }

    /** Sends the session's traffic as the edge would and waits until it is recorded. */
    public String record(DemoSession demo) {
        send(demo);
        String session = demo.recorded().batches().get(0).sessionId();
        long items = demo.recorded().counters().contents().items();
        await().atMost(Duration.ofSeconds(60)).until(() -> items(session) == items);
        return session;
    }

    /** Sends the session's traffic and does not wait for what becomes of it. */
    public void send(DemoSession demo) {
        List<OutboxMessage> messages = new ArrayList<>();
        demo.recorded().batches().forEach(batch -> messages.add(mine(batch)));
        demo.recorded().events().forEach(event -> messages.add(mine(event)));
        publisher.publish(messages).await().indefinitely();
    }

    /** Sends one request of a session of this project. */
    public void send(SnapshotsReceived batch) {
        publisher.publish(List.of(mine(batch))).await().indefinitely();
    }

    public long items(String session) {
        return recordings
                .find(project.id(), session)
                .await()
                .indefinitely()
                .map(found -> found.counters().contents().items())
                .orElse(0L);
    }

    private OutboxMessage mine(SnapshotsReceived batch) {
        return OutboxMessage.of(
                project.id() + ":" + batch.sessionId(),
                new SnapshotsReceived(
                        project.id(),
                        batch.batchId(),
                        batch.sessionId(),
                        batch.windowId(),
                        batch.distinctId(),
                        batch.snapshotSource(),
                        batch.snapshotLibrary(),
                        Instant.now(),
                        batch.items()));
    }

    private OutboxMessage mine(EventCaptured event) {
        return OutboxMessage.of(
                UuidV7.next(),
                project.id() + ":" + event.distinctId(),
                new EventCaptured(
                        project.id(),
                        event.uuid(),
                        event.event(),
                        event.distinctId(),
                        event.timestamp(),
                        event.receivedAt(),
                        event.properties()));
    }

    /** Asks for an observation and waits for how it ends. */
    public ValidatableResponse observed(String scanner, String session, String status) {
        observe(scanner, session);
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        status.equals(observations(scanner, session).extract().path("results[0].status")));
        return observations(scanner, session);
    }

    public String observe(String scanner, String session) {
        return as().body(Map.of("session_id", session))
                .post(scanners() + "/" + scanner + "/observe/")
                .then()
                .statusCode(202)
                .extract()
                .path("workflow_id");
    }

    public ValidatableResponse observations(String scanner, String session) {
        return as().get(scanners() + "/" + scanner + "/observations/?session_id=" + session)
                .then()
                .statusCode(200);
    }

    public String created(Map<String, Object> scanner) {
        return as().body(Json.write(scanner))
                .post(scanners())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public RequestSpecification as() {
        return given().header("Authorization", "Bearer " + project.key()).contentType("application/json");
    }

    public String scanners() {
        return "/api/projects/" + project.id() + "/vision/scanners";
    }
}
