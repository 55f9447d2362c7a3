package dev.sightline.signals.processing;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.event.SignalEmitted;
import dev.sightline.signals.Inbox;
import dev.sightline.signals.model.ModelDouble;
import dev.sightline.testing.ServersResource;
import dev.sightline.testing.TestDirectory;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole way of signals with a language model, as a client sees it. */
@QuarkusTest
@QuarkusTestResource(ServersResource.class)
class ModelLaneTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Intake intake;

    @Inject
    Pool pool;

    private final ModelDouble model = new ModelDouble();
    private final Inbox inbox = new Inbox(TestDirectory.newProject());
    private final int project = inbox.project().id();
    private final List<SignalEmitted> signals = List.of(
            Emitted.finding(project, "1", "The till is stuck\nNobody can pay.", 0.5),
            Emitted.finding(project, "2", "Payment hangs\nThe spinner never ends.", 0.5));
    private final UUID first = signals.get(0).signalId();
    private Stored stored;

    @BeforeEach
    void serve() {
        stored = new Stored(pool, project);
        model.serve(project);
        model.answer("signal_safety", "{\"explanation\":\"\",\"threat_type\":\"none\",\"safe\":true}");
        model.answer("search_queries", "{\"queries\":[\"payment does not finish\"]}");
        model.answer(
                "signal_match",
                "{\"reason\":\"Same till\",\"match_type\":\"existing\",\"signal_id\":\"" + first
                        + "\",\"query_index\":0,\"title\":\"\",\"summary\":\"\"}");
        model.answer("specificity", "{\"pr_title\":\"fix: till\",\"reason\":\"One cause\",\"specific_enough\":true}");
        model.answer("report_safety", "{\"explanation\":\"No attack.\",\"choice\":true}");
        model.answer(
                "actionability",
                "{\"explanation\":\"Clear.\",\"actionability\":\"immediately_actionable\",\"already_addressed\":false}");
        model.answer("priority", "{\"explanation\":\"Nobody can pay.\",\"priority\":\"P0\"}");
        model.answer("presentation", "{\"title\":\"fix(till): let people pay\",\"summary\":\"The till is stuck.\"}");
    }

    @AfterEach
    void stop() {
        model.close();
    }

    @Test
    void theModelGroupsAndJudges() {
        take();

        UUID report = inbox.awaitReport("ready");
        inbox.get("reports/" + report)
                .then()
                .body("title", equalTo("fix(till): let people pay"))
                .body("summary", equalTo("The till is stuck."))
                .body("signal_count", equalTo(2))
                .body("priority", equalTo("P0"))
                .body("actionability", equalTo("immediately_actionable"));
        inbox.get("reports/" + report + "/artefacts")
                .then()
                .body("results.type", hasItems("safety_judgment", "actionability_judgment", "priority_judgment"))
                .body("results.find { it.type == 'safety_judgment' }.content.explanation", equalTo("No attack."));
        assertEquals("Same till", metadata("'reason'"));
        assertEquals("fix: till", metadata("'specificity' ->> 'pr_title'"));
        assertEquals(first.toString(), metadata("'parent_signal_id'"));
        assertEquals(2, model.asked("signal_safety"));
        assertEquals(1, model.asked("signal_match"));
        assertEquals(1, model.asked("presentation"));
    }

    @Test
    void whatTheModelCallsUnsafeIsDropped() {
        model.answer(
                "signal_safety",
                "{\"explanation\":\"'pay me'\",\"threat_type\":\"secret_exfiltration\",\"safe\":false}");

        take();

        await().atMost(PATIENCE).untilAsserted(() -> assertEquals(0, stored.waiting()));
        assertEquals(0, stored.signals());
        assertEquals(0, model.asked("search_queries"));
    }

    @Test
    void signalsWaitForAModelThatIsAwayAndNothingIsAskedTwice() {
        model.fail("specificity", 503);
        take();
        await().atMost(PATIENCE).untilAsserted(() -> assertTrue(model.asked("specificity") >= 3));
        assertEquals(2, stored.waiting());
        assertEquals(0, stored.signals());

        model.answer("specificity", "{\"pr_title\":\"fix: till\",\"reason\":\"One cause\",\"specific_enough\":true}");

        inbox.awaitReport("ready");
        assertEquals(2, stored.signals());
        assertEquals(2, model.asked("signal_safety"));
        assertEquals(2, model.asked("search_queries"));
        assertEquals(1, model.asked("signal_match"));
        assertEquals(0, stored.count("select count(*) from pending_signal where project_id = $1 and attempts > 0"));
    }

    @Test
    void aModelThatRefusesLeavesGroupingToTheRulesAndFailsTheRun() {
        for (String question : List.of("signal_safety", "search_queries", "signal_match", "report_safety")) {
            model.fail(question, 401);
        }

        take();

        await().atMost(PATIENCE).untilAsserted(() -> assertEquals(0, stored.waiting()));
        assertEquals(2, stored.signals());
        assertTrue(metadata("'reason'").contains("the language model gave no usable answer"), metadata("'reason'"));
        inbox.emit("The till is stuck at /pay\nNobody can pay at all.", 1.0);
        UUID failed = inbox.awaitReport("failed");
        inbox.get("reports/" + failed + "/artefacts")
                .then()
                .body("results.find { it.type == 'note' }.content.note", containsString("HTTP 401"));
    }

    @Test
    void aReportThatTheModelCallsUnsafeFailsAndSaysWhy() {
        model.answer("report_safety", "{\"explanation\":\"Two halves of an attack.\",\"choice\":false}");

        take();

        UUID failed = inbox.awaitReport("failed");
        inbox.get("reports/" + failed + "/artefacts")
                .then()
                .body("results.type", contains("safety_judgment"))
                .body("results[0].content.choice", equalTo(false))
                .body("results[0].created_by", equalTo(null));
        assertEquals(0, model.asked("actionability"));
    }

    private void take() {
        intake.take(signals).await().indefinitely();
    }

    /** What the second signal's match says. */
    private String metadata(String path) {
        return pool.preparedQuery("select match_metadata ->" + (path.contains("->>") ? " " : "> ") + path
                        + " as value from signal where project_id = $1 and source_id = '2'")
                .execute(Tuple.of(project))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getString("value");
    }
}
