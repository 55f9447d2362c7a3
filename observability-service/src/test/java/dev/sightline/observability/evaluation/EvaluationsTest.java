package dev.sightline.observability.evaluation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sightline.event.ActivityLogged;
import dev.sightline.testing.ActivityLogReader;
import dev.sightline.testing.ServersResource;
import dev.sightline.testing.TestDirectory;
import dev.sightline.testing.TestProject;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Evaluations over REST (spec/observability.md 3). */
@QuarkusTest
@QuarkusTestResource(ServersResource.class)
class EvaluationsTest {

    private static final String NOBODY = "018f0000-0000-7000-8000-000000000001";
    private static final String JUDGE = "\"evaluation_type\":\"llm_judge\",\"output_type\":\"boolean\"";
    private static final String HOG = "\"evaluation_type\":\"hog\",\"output_type\":\"boolean\"";

    @Inject
    Pool pool;

    private TestProject project;

    @BeforeEach
    void ownProject() {
        project = TestDirectory.newProject();
    }

    @Test
    void makesAJudge() {
        create(
                        "{\"name\":\" Polite \"," + JUDGE
                                + ",\"evaluation_config\":{\"prompt\":\"  Is it polite? \",\"extra\":1},\"status\":\"error\","
                                + "\"conditions\":[{\"id\":\"a\",\"properties\":[{\"key\":\"$ai_model\",\"value\":[\"m\"]}],\"bytecode\":[]}]}")
                .then()
                .statusCode(201)
                .body("name", equalTo("Polite"))
                .body("description", equalTo(""))
                .body("enabled", equalTo(false))
                .body("status", equalTo("paused"))
                .body("status_reason", nullValue())
                .body("evaluation_config.prompt", equalTo("Is it polite?"))
                .body("evaluation_config.size()", equalTo(1))
                .body("output_config.allows_na", equalTo(false))
                .body("conditions[0].rollout_percentage", equalTo(100f))
                .body("conditions[0].size()", equalTo(3))
                .body("model_configuration", nullValue())
                .body("deleted", equalTo(false))
                .body("created_by.id", equalTo(project.person().id()));
    }

    @Test
    void makesAProgramAndKeepsItsBytecode() {
        create(
                        "{\"name\":\"n\",\"enabled\":true," + HOG
                                + ",\"evaluation_config\":{\"source\":\" return true \",\"bytecode\":[1]},\"output_config\":{\"allows_na\":true},\"conditions\":null}")
                .then()
                .statusCode(201)
                .body("enabled", equalTo(true))
                .body("status", equalTo("active"))
                .body("evaluation_config.source", equalTo(" return true "))
                .body("evaluation_config.bytecode", nullValue())
                .body("output_config.allows_na", equalTo(true))
                .body("conditions.size()", equalTo(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{}|required|name",
                "{\"name\":\" \"}|blank|name",
                "{\"name\":\"n\",\"description\":null}|null|description",
                "{\"name\":\"n\"}|required|evaluation_type",
                "{\"name\":\"n\",\"evaluation_type\":\"sentiment\"}|invalid_choice|evaluation_type",
                "{\"name\":\"n\",\"evaluation_type\":\"hog\"}|required|output_type",
                "{\"name\":\"n\",\"evaluation_type\":\"hog\",\"output_type\":\"numeric\"}|invalid_choice|output_type",
                "{\"name\":\"n\",T_JUDGE}|invalid_input|config",
                "{\"name\":\"n\",T_JUDGE,\"evaluation_config\":[]}|invalid_input|evaluation_config",
                "{\"name\":\"n\",T_JUDGE,\"evaluation_config\":{\"prompt\":\"  \"}}|invalid_input|config",
                "{\"name\":\"n\",T_JUDGE,\"evaluation_config\":{\"source\":\"return true\"}}|invalid_input|config",
                "{\"name\":\"n\",T_HOG,\"evaluation_config\":{\"prompt\":\"p\"}}|invalid_input|config",
                "{\"name\":\"n\",T_HOG,\"evaluation_config\":{\"source\":\"return (\"}}|invalid_input|evaluation_config",
                "{\"name\":\"n\",T_HOG,\"evaluation_config\":{\"source\":\"return 1\"},\"output_config\":{\"allows_na\":\"perhaps\"}}|invalid_input|config",
                "{\"name\":\"n\",T_HOG,\"evaluation_config\":{\"source\":\"return 1\"},\"conditions\":{}}|not_a_list|conditions",
                "{\"name\":\"n\",T_HOG,\"evaluation_config\":{\"source\":\"return 1\"},\"conditions\":[{}]}|required|conditions__0__id",
                "{\"name\":\"n\",T_HOG,\"evaluation_config\":{\"source\":\"return 1\"},\"conditions\":[{\"id\":\"a\",\"rollout_percentage\":100.5}]}|max_value|conditions__0__rollout_percentage",
                "{\"name\":\"n\",T_HOG,\"evaluation_config\":{\"source\":\"return 1\"},\"conditions\":[{\"id\":\"a\",\"rollout_percentage\":-1}]}|min_value|conditions__0__rollout_percentage",
                "{\"name\":\"n\",T_HOG,\"evaluation_config\":{\"source\":\"return 1\"},\"conditions\":[{\"id\":\"a\",\"properties\":[3]}]}|invalid_input|conditions__0__properties__0",
                "{\"name\":\"n\",T_HOG,\"evaluation_config\":{\"source\":\"return 1\"},\"conditions\":[{\"id\":\"a\",\"properties\":[{\"key\":\"k\",\"type\":\"cohort\",\"value\":1}]}]}|invalid_input|conditions__0__properties__0__type",
                "{\"name\":\"n\",T_HOG,\"evaluation_config\":{\"source\":\"return 1\"},\"model_configuration\":{\"provider\":\"openai\",\"model\":\"m\"}}|invalid_input|model_configuration",
                "{\"name\":\"n\",T_JUDGE,\"evaluation_config\":{\"prompt\":\"p\"},\"model_configuration\":{\"model\":\"m\"}}|required|model_configuration__provider",
                "{\"name\":\"n\",T_JUDGE,\"evaluation_config\":{\"prompt\":\"p\"},\"model_configuration\":{\"provider\":\"aleph\",\"model\":\"m\"}}|invalid_choice|model_configuration__provider",
                "{\"name\":\"n\",T_JUDGE,\"evaluation_config\":{\"prompt\":\"p\"},\"model_configuration\":{\"provider\":\"openai\",\"model\":\"m\",\"provider_key_id\":\"018f0000-0000-7000-8000-000000000001\"}}|does_not_exist|model_configuration__provider_key_id"
            })
    void refusesWhatIsWrongAndKeepsNothing(String body, String code, String attribute) {
        create(body.replace("T_JUDGE", JUDGE).replace("T_HOG", HOG))
                .then()
                .statusCode(400)
                .body("code", equalTo(code))
                .body("attr", equalTo(attribute));
        list("").then().body("count", equalTo(0));
    }

    @Test
    void saysWhyASourceDoesNotCompile() {
        create("{\"name\":\"n\"," + HOG + ",\"evaluation_config\":{\"source\":\"return 1 +\"}}")
                .then()
                .statusCode(400)
                .body("attr", equalTo("evaluation_config"))
                .body("detail", containsString("does not compile"));
    }

    @Test
    void refusesTooMuch() {
        String long64 = "x".repeat(CriteriaReader.MOST_BYTES);
        create("{\"name\":\"n\"," + JUDGE + ",\"evaluation_config\":{\"prompt\":\"" + long64 + "\"}}")
                .then()
                .statusCode(201);
        create("{\"name\":\"n\"," + JUDGE + ",\"evaluation_config\":{\"prompt\":\"" + long64 + "x\"}}")
                .then()
                .statusCode(400)
                .body("detail", containsString("65536"));
        String sets = "{\"id\":\"a\"},".repeat(50);
        create("{\"name\":\"n\"," + JUDGE + ",\"evaluation_config\":{\"prompt\":\"p\"},\"conditions\":[" + sets
                        + "{\"id\":\"a\"}]}")
                .then()
                .statusCode(400)
                .body("attr", equalTo("conditions"));
    }

    @Test
    void changesOnlyWhatIsSent() {
        String id = judge("n");

        patch(id, "{\"description\":\"d\"}")
                .then()
                .statusCode(200)
                .body("description", equalTo("d"))
                .body("evaluation_config.prompt", equalTo("p"));
        patch(id, "{\"output_config\":{\"allows_na\":true}}")
                .then()
                .body("output_config.allows_na", equalTo(true))
                .body("evaluation_config.prompt", equalTo("p"));
        patch(id, "{\"evaluation_config\":{\"prompt\":\"q\"}}")
                .then()
                .body("output_config.allows_na", equalTo(true))
                .body("evaluation_config.prompt", equalTo("q"));
        patch(id, "{\"evaluation_type\":\"hog\"}").then().statusCode(400).body("attr", equalTo("config"));
        patch(id, "{\"conditions\":[{\"id\":\"x\",\"rollout_percentage\":0.1}]}")
                .then()
                .body("conditions[0].rollout_percentage", equalTo(0.1f));
        patch(id, "{\"conditions\":null}").then().body("conditions.size()", equalTo(0));
    }

    @Test
    void attachesAndDetachesAModel() {
        String id = judge("n");

        patch(id, "{\"model_configuration\":{\"provider\":\"google\",\"model\":\"m\"}}")
                .then()
                .statusCode(200)
                .body("model_configuration.provider", equalTo("gemini"))
                .body("model_configuration.provider_key_id", nullValue());
        patch(id, "{\"name\":\"x\"}").then().body("model_configuration.model", equalTo("m"));
        patch(id, "{\"evaluation_type\":\"hog\",\"evaluation_config\":{\"source\":\"return true\"}}")
                .then()
                .statusCode(200)
                .body("model_configuration", nullValue());
        patch(
                        id,
                        "{\"evaluation_type\":\"llm_judge\",\"evaluation_config\":{\"prompt\":\"p\"},"
                                + "\"model_configuration\":{\"provider\":\"openai\",\"model\":\"m\"}}")
                .then()
                .body("model_configuration.model", equalTo("m"));
        patch(id, "{\"model_configuration\":null}").then().body("model_configuration", nullValue());
    }

    @Test
    void switchesOnAndOff() {
        String id = judge("n");

        patch(id, "{\"enabled\":true}").then().body("status", equalTo("active")).body("enabled", equalTo(true));
        patch(id, "{\"enabled\":false}").then().body("status", equalTo("paused"));
    }

    @Test
    void whatPeopleChangeIsLogged() {
        String id = judge("n");
        patch(id, "{\"name\":\"n\"}").then().statusCode(200);
        patch(id, "{\"enabled\":true}").then().statusCode(200);
        patch(id, "{\"deleted\":true}").then().statusCode(200);

        List<ActivityLogged> logged = ActivityLogReader.of(project.id(), id, 3);

        assertEquals(
                List.of("created false", "updated true", "deleted false"),
                logged.stream()
                        .map(one -> one.activity() + " " + one.detail().path("enabled"))
                        .toList());
        assertEquals("Evaluation", logged.get(0).scope());
        assertEquals(project.person().id(), logged.get(0).userId());
        assertEquals(
                "[{\"field\":\"enabled\",\"before\":false,\"after\":true}]",
                logged.get(1).detail().path("changes").toString());
    }

    @Test
    void keepsAnErrorUntilItIsSwitchedOn() {
        String id = hog("n");
        fail(id, "hog_error");

        patch(id, "{\"enabled\":false}").then().body("status", equalTo("error"));
        patch(id, "{\"name\":\"x\"}")
                .then()
                .body("status", equalTo("error"))
                .body("status_reason", equalTo("hog_error"))
                .body("enabled", equalTo(false));
        patch(id, "{\"enabled\":true}").then().body("status", equalTo("active")).body("status_reason", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"provider_key_invalid", "provider_key_required", "model_not_found", "no_default_model"})
    void refusesToSwitchOnAJudgeThatCouldNotWork(String reason) {
        String id = judge("n");
        fail(id, reason);

        patch(id, "{\"enabled\":true}").then().statusCode(400).body("attr", equalTo("enabled"));
        patch(id, "{}").then().body("status", equalTo("error"));
    }

    @Test
    void switchesOnAJudgeWhoseModelWasMissingWithANewOne() {
        String id = judge("n");
        fail(id, "model_not_found");

        patch(id, "{\"enabled\":true,\"model_configuration\":{\"provider\":\"openai\",\"model\":\"m\"}}")
                .then()
                .statusCode(200)
                .body("status", equalTo("active"));
    }

    @Test
    void deletesByAFlagThatAChangeTakesBack() {
        String id = judge("n");

        patch(id, "{\"deleted\":true}").then().statusCode(200).body("deleted", equalTo(true));
        retrieve(id).then().statusCode(404);
        list("").then().body("count", equalTo(0));
        patch(id, "{\"deleted\":null}").then().statusCode(400).body("attr", equalTo("deleted"));
        patch(id, "{\"deleted\":false}").then().statusCode(200);
        retrieve(id).then().statusCode(200);
    }

    @Test
    void listsByOrderAndFilter() {
        String first = judge("beta");
        String second = hog("alpha");
        patch(first, "{\"enabled\":true,\"description\":\"50% off\"}");

        list("").then().body("results.id", contains(second, first));
        list("?order_by=name").then().body("results.id", contains(second, first));
        list("?order_by=-name,created_at").then().body("results.id", contains(first, second));
        list("?order_by=prompt").then().statusCode(400).body("attr", equalTo("order_by"));
        list("?enabled=true").then().body("results.id", contains(first));
        list("?enabled=false").then().body("results.id", contains(second));
        list("?enabled=perhaps").then().body("count", equalTo(2));
        request().queryParam("search", "50%").get(path()).then().body("results.id", contains(first));
        list("?search=ALPHA").then().body("results.id", contains(second));
        list("?evaluation_type=hog").then().body("results.id", contains(second));
        list("?id__in=" + first + "," + NOBODY).then().body("results.id", contains(first));
        list("?id__in=x").then().statusCode(400).body("attr", equalTo("id__in"));
        list("?limit=1").then().body("count", equalTo(2)).body("next", notNullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {NOBODY, "nonsense"})
    void neverDeletes(String id) {
        request().delete(path() + id + "/").then().statusCode(405).body(emptyString());
        retrieve(id).then().statusCode(404);
        patch(id, "{}").then().statusCode(404);
    }

    @Test
    void hidesTheEvaluationsOfOthers() {
        String theirs = judge("theirs");
        project = TestDirectory.newProject();

        retrieve(theirs).then().statusCode(404);
        patch(theirs, "{\"name\":\"stolen\"}").then().statusCode(404);
        list("").then().body("count", equalTo(0));
    }

    @Test
    void givesEachAnIdOfItsOwn() {
        retrieve(judge("a")).then().body("id", not(equalTo(judge("a"))));
    }

    private void fail(String id, String reason) {
        pool.preparedQuery("update evaluation set enabled = false, status = 'error', status_reason = $2 where id = $1")
                .execute(Tuple.of(UUID.fromString(id), reason))
                .await()
                .indefinitely();
    }

    private String judge(String name) {
        return create("{\"name\":\"" + name + "\"," + JUDGE + ",\"evaluation_config\":{\"prompt\":\"p\"}}")
                .path("id");
    }

    private String hog(String name) {
        return create("{\"name\":\"" + name + "\"," + HOG + ",\"evaluation_config\":{\"source\":\"return true\"}}")
                .path("id");
    }

    private Response create(String body) {
        return request().contentType("application/json").body(body).post(path());
    }

    private Response patch(String id, String body) {
        return request().contentType("application/json").body(body).patch(path() + id + "/");
    }

    private Response retrieve(String id) {
        return request().get(path() + id + "/");
    }

    private Response list(String query) {
        return request().get(path() + query);
    }

    private String path() {
        return "/api/projects/" + project.id() + "/evaluations/";
    }

    private RequestSpecification request() {
        return RestAssured.given().auth().oauth2(project.key());
    }
}
