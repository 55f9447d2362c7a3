package dev.sightline.signals.sourceconfig;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.auth.Organization;
import dev.sightline.json.Json;
import dev.sightline.signals.Inbox;
import dev.sightline.testing.ServersResource;
import dev.sightline.testing.TestDirectory;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(ServersResource.class)
class SourceConfigApiTest {

    private static final Map<String, Object> GITHUB = Map.of("source_product", "github", "source_type", "issue");

    private final Inbox inbox = new Inbox(TestDirectory.newProject());

    @Test
    void aSourceIsConfiguredOnce() {
        create(GITHUB).then().statusCode(201).body("enabled", equalTo(true)).body("config.size()", equalTo(0));

        create(GITHUB).then().statusCode(400).body("attr", equalTo("source_product"));
        inbox.get("source_configs").then().body("count", equalTo(1));
    }

    @Test
    void sessionAnalysisLooksAtATenthUnlessTold() {
        create(Map.of("source_product", "session_replay", "source_type", "session_analysis_cluster"))
                .then()
                .statusCode(201)
                .body("config.sample_rate", equalTo(0.1f));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|source_product",
                "{\"source_product\":\"github\"}|source_type",
                "{\"source_product\":\"fax\",\"source_type\":\"issue\"}|source_product",
                "{\"source_product\":\"github\",\"source_type\":\"fax\"}|source_type",
                "{\"source_product\":\"github\",\"source_type\":\"ticket\"}|source_type",
                "{\"source_product\":\"github\",\"source_type\":\"issue\",\"enabled\":\"maybe\"}|enabled",
                "{\"source_product\":\"github\",\"source_type\":\"issue\",\"config\":[]}|config",
                "{\"source_product\":\"github\",\"source_type\":\"issue\",\"config\":{\"steering\":1}}|config",
                "{\"source_product\":\"github\",\"source_type\":\"issue\",\"config\":{\"default_not_actionable\":1}}|config",
                "{\"source_product\":\"session_replay\",\"source_type\":\"session_analysis_cluster\",\"config\":{\"sample_rate\":true}}|config",
                "{\"source_product\":\"session_replay\",\"source_type\":\"session_analysis_cluster\",\"config\":{\"sample_rate\":1.5}}|config",
                "{\"source_product\":\"session_replay\",\"source_type\":\"session_analysis_cluster\",\"config\":{\"recording_filters\":[]}}|config",
            })
    void whatMakesNoSenseIsRefusedAndNothingIsStored(String body, String attr) {
        create(Json.read(body, JsonNode.class)).then().statusCode(400).body("attr", equalTo(attr));

        inbox.get("source_configs").then().body("count", equalTo(0));
    }

    @Test
    void aSourceKeepsItsNameAndChangesTheRest() {
        String path = "source_configs/" + create(GITHUB).jsonPath().getString("id");

        inbox.patch(path, Map.of("enabled", false, "source_product", "github"))
                .then()
                .statusCode(200)
                .body("enabled", equalTo(false));
        inbox.put(
                        path,
                        Map.of(
                                "source_product",
                                "github",
                                "source_type",
                                "issue",
                                "config",
                                Map.of("steering", "Only bugs")))
                .then()
                .statusCode(200)
                .body("enabled", equalTo(true))
                .body("config.steering", equalTo("Only bugs"));
    }

    @Test
    void theLastChangedIsListedFirst() {
        String github = create(GITHUB).jsonPath().getString("id");
        String linear = create(Map.of("source_product", "linear", "source_type", "issue"))
                .jsonPath()
                .getString("id");

        inbox.get("source_configs").then().body("results.id", contains(linear, github));
        inbox.patch("source_configs/" + github, Map.of("enabled", false));
        inbox.get("source_configs").then().body("results.id", contains(github, linear));
        inbox.get("source_configs?limit=1&offset=1").then().body("results.id", contains(linear));
    }

    @Test
    void aDeletedConfigurationIsGone() {
        String path = "source_configs/" + create(GITHUB).jsonPath().getString("id");

        inbox.asMember().delete(inbox.path(path)).then().statusCode(204);

        inbox.get(path).then().statusCode(404);
        inbox.asMember().delete(inbox.path(path)).then().statusCode(404);
    }

    @Test
    void sessionAnalysisNeedsTheConsentOfTheOrganization() {
        Inbox without = new Inbox(TestDirectory.newProject(made ->
                new Organization(made.id(), made.name(), false, made.projects(), made.github(), made.members())));
        Map<String, Object> analysis =
                Map.of("source_product", "session_replay", "source_type", "session_analysis_cluster");

        without.post("source_configs", analysis).then().statusCode(400).body("attr", equalTo("enabled"));
    }

    private Response create(Object body) {
        return inbox.post("source_configs", body);
    }
}
