package dev.sightline.signals.scout.run;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.auth.Organization;
import dev.sightline.json.Json;
import dev.sightline.signals.scout.Scouts;
import dev.sightline.testing.ServersResource;
import dev.sightline.testing.TestDirectory;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(ServersResource.class)
class EmitApiTest {

    private final Scouts scouts = Scouts.of(TestDirectory.newProject());

    @Test
    void aFindingBecomesASignal() {
        String run = scouts.newRun();
        Map<String, Object> finding = Scouts.finding("weight", 1.0);
        finding.put("finding_id", "cost-gpt-x");
        finding.put("severity", "P2");
        finding.put("hypothesis", "A longer prompt.");
        finding.put("dedupe_keys", List.of("llm.cost:gpt-x"));
        finding.put("time_range", Map.of("date_from", "yesterday", "date_to", "today"));
        finding.put("mcp_trace_id", "");

        scouts.emit(run, finding)
                .then()
                .statusCode(200)
                .body("finding_id", equalTo("cost-gpt-x"))
                .body("emitted", equalTo(true))
                .body("skipped_reason", nullValue());

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> scouts.inbox()
                .get("reports")
                .then()
                .body("results[0].source_products", contains("signals_scout"))
                .body("results[0].total_weight", equalTo(1.0f)));
        scouts.get("runs/" + run + "/emissions")
                .then()
                .body("$", hasSize(1))
                .body("[0].finding_id", equalTo("cost-gpt-x"))
                .body("[0].severity", equalTo("P2"))
                .body("[0].source_id", equalTo("run:" + run + ":finding:cost-gpt-x"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "description|null|description",
                "description|\" \"|description",
                "weight|1.1|weight",
                "weight|-0.1|weight",
                "weight|null|weight",
                "confidence|2|confidence",
                "confidence|\"NaN\"|confidence",
                "evidence|null|evidence",
                "evidence|{}|evidence",
                "evidence|[{}]|evidence__0__source_product",
                "evidence|[{\"source_product\":\"a\"}]|evidence__0__summary",
                "severity|\"P5\"|severity",
                "dedupe_keys|null|dedupe_keys",
                "dedupe_keys|[\"\"]|dedupe_keys__0",
                "time_range|{\"date_from\":\"a\"}|time_range__date_to",
                "finding_id|\"\"|finding_id",
            })
    void aFindingThatIsNotWellFormedIsRefusedBeforeItsRunIsLookedFor(String member, String value, String attr) {
        Map<String, Object> finding = Scouts.finding(member, Json.read(value, JsonNode.class));

        scouts.emit(UUID.randomUUID().toString(), finding)
                .then()
                .statusCode(400)
                .body("attr", equalTo(attr));
    }

    @Test
    void thereAreLimitsToAFinding() {
        String run = scouts.newRun();
        Map<String, Object> evidence = Map.of("source_product", "a", "summary", "b");

        scouts.emit(run, Scouts.finding("evidence", Collections.nCopies(21, evidence)))
                .then()
                .statusCode(400)
                .body("attr", equalTo("evidence"));
        scouts.emit(run, Scouts.finding("evidence", Collections.nCopies(20, evidence)))
                .then()
                .statusCode(200);
        scouts.emit(run, Scouts.finding("evidence", List.of())).then().statusCode(200);
        scouts.emit(run, Scouts.finding("finding_id", "f".repeat(101)))
                .then()
                .statusCode(400)
                .body("attr", equalTo("finding_id"));
        scouts.emit(run, Scouts.finding("finding_id", "f".repeat(100))).then().statusCode(200);
        scouts.emit(run, Scouts.finding("description", "word ".repeat(8_001)))
                .then()
                .statusCode(400)
                .body("attr", equalTo("description"));
        scouts.emit(run, Scouts.finding("description", "x".repeat(50_001)))
                .then()
                .statusCode(400);
    }

    /** A length that is allowed, of which one more is not. */
    @ParameterizedTest
    @CsvSource({"hypothesis, 2000", "mcp_trace_id, 500"})
    void textsOfAFindingAreLimitedInLength(String member, int most) {
        String run = scouts.newRun();

        scouts.emit(run, Scouts.finding(member, "x".repeat(most))).then().statusCode(200);
        scouts.emit(run, Scouts.finding(member, "x".repeat(most + 1)))
                .then()
                .statusCode(400)
                .body("attr", equalTo(member));
    }

    @ParameterizedTest
    @CsvSource({"source_product, 100", "summary, 5000", "entity_id, 500"})
    void textsOfEvidenceAreLimitedInLength(String member, int most) {
        String run = scouts.newRun();
        Map<String, Object> evidence = new HashMap<>(Map.of("source_product", "a", "summary", "b"));

        evidence.put(member, "x".repeat(most));
        scouts.emit(run, Scouts.finding("evidence", List.of(evidence))).then().statusCode(200);
        evidence.put(member, "x".repeat(most + 1));
        scouts.emit(run, Scouts.finding("evidence", List.of(evidence)))
                .then()
                .statusCode(400)
                .body("attr", equalTo("evidence__0__" + member));
    }

    @Test
    void keysOfAFindingAreLimited() {
        String run = scouts.newRun();

        scouts.emit(run, Scouts.finding("dedupe_keys", Collections.nCopies(50, "k".repeat(300))))
                .then()
                .statusCode(200);
        scouts.emit(run, Scouts.finding("dedupe_keys", Collections.nCopies(51, "k")))
                .then()
                .statusCode(400)
                .body("attr", equalTo("dedupe_keys"));
        scouts.emit(run, Scouts.finding("dedupe_keys", List.of("k".repeat(301))))
                .then()
                .statusCode(400)
                .body("attr", equalTo("dedupe_keys__0"));
    }

    @Test
    void aFloodOfFindingsIsCutOff() {
        String run = scouts.newRun();
        for (int i = 0; i < 50; i++) {
            scouts.emit(run, Scouts.finding("weight", 0.0)).then().statusCode(200);
        }

        scouts.emit(run, Scouts.finding()).then().statusCode(400).body("code", equalTo("findings_limit"));
        scouts.get("runs/" + run).then().body("emitted_count", equalTo(50));
    }

    @Test
    void aDryRunEmitsNothingUntilItIsNone() {
        String run = scouts.newRun();
        String config = "configs/" + scouts.config(Scouts.GENERAL);
        scouts.patch(config, Map.of("emit", false));

        scouts.emit(run, Scouts.finding())
                .then()
                .statusCode(200)
                .body("emitted", equalTo(false))
                .body("skipped_reason", equalTo("scout_emit_disabled"));
        scouts.get("runs/" + run).then().body("emitted_count", equalTo(0));

        scouts.patch(config, Map.of("emit", true));
        scouts.emit(run, Scouts.finding()).then().body("emitted", equalTo(true));
        scouts.get("runs/" + run).then().body("emitted_count", equalTo(1));
    }

    @Test
    void anotherConfigurationDoesNotCount() {
        String run = scouts.newRun();
        scouts.delete("configs/" + scouts.config(Scouts.GENERAL)).then().statusCode(204);
        scouts.config(Scouts.GENERAL);

        scouts.emit(run, Scouts.finding()).then().body("skipped_reason", equalTo("scout_config_missing"));
    }

    @Test
    void theSourceCanBeSwitchedOff() {
        String run = scouts.newRun();
        Map<String, Object> source = new HashMap<>(
                Map.of("source_product", "signals_scout", "source_type", "cross_source_issue", "enabled", false));
        scouts.emit(run, Scouts.finding()).then().body("emitted", equalTo(true));
        scouts.inbox().post("source_configs", source).then().statusCode(201);

        scouts.emit(run, Scouts.finding()).then().body("skipped_reason", equalTo("source_disabled"));
    }

    @Test
    void theOrganizationMustHaveApproved() {
        Scouts without = Scouts.of(TestDirectory.newProject(made ->
                new Organization(made.id(), made.name(), false, made.projects(), made.github(), made.members())));

        without.emit(without.newRun(), Scouts.finding())
                .then()
                .statusCode(200)
                .body("skipped_reason", equalTo("ai_processing_not_approved"));
    }

    @Test
    void everyEmitCountsUnlessItIsNamed() {
        String run = scouts.newRun();
        Map<String, Object> finding = Scouts.finding("finding_id", "same");
        scouts.emit(run, finding).then().statusCode(200);
        scouts.emit(run, finding).then().statusCode(200);
        scouts.get("runs/" + run)
                .then()
                .body("emitted_count", equalTo(2))
                .body("emitted_finding_ids", contains("same", "same"));

        for (int i = 0; i < 2; i++) {
            Scouts.with(scouts.internalKey())
                    .header("Idempotency-Key", "once")
                    .body(Json.write(Scouts.finding()))
                    .post(scouts.path("runs/" + run + "/emit-signal"))
                    .then()
                    .statusCode(200);
        }
        scouts.get("runs/" + run).then().body("emitted_count", equalTo(3));
    }
}
