package dev.sightline.observability.evaluation.key;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sightline.event.ActivityLogged;
import dev.sightline.observability.JudgeServer;
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
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Provider keys over REST (DECISIONS 29). */
@QuarkusTest
@QuarkusTestResource(ServersResource.class)
class ProviderKeysTest {

    private static final JudgeServer PROVIDER = new JudgeServer();
    private static final String SECRET = "sk-secret-0123456789";
    private static final String KEY = ConfigProvider.getConfig().getValue("sightline.secrets.key", String.class);
    private static final String NEXT_KEY = "MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTI=";

    @Inject
    Pool pool;

    private TestProject project;

    @BeforeEach
    void ownProject() {
        project = TestDirectory.newProject();
        PROVIDER.says("{\"ok\":true}");
    }

    @AfterAll
    static void close() {
        PROVIDER.close();
    }

    @Test
    void storesAKeyTheProviderTakesAndNeverShowsIt() {
        create("mine")
                .then()
                .statusCode(201)
                .body("provider", equalTo("openai_compatible"))
                .body("state", equalTo("ok"))
                .body("active", equalTo(true))
                .body("api_key_masked", equalTo("sk-s...6789"))
                .body("error_message", nullValue())
                .body("last_used_at", nullValue())
                .body("created_by.id", equalTo(project.person().id()));

        list().then().body("results.size()", equalTo(1));
        assertFalse(list().asString().contains(SECRET));
    }

    @Test
    void sealsSecretsAnewWithTheNextKeyAndBackAgain() {
        UUID id = UUID.fromString(create("rotated").path("id"));
        MasterKey now = new MasterKey(Secrets.of(KEY));
        MasterKey next = new MasterKey(Secrets.of(NEXT_KEY, KEY));

        rotation(next).rotate().await().indefinitely();

        byte[] sealed = sealed(id);
        assertThrows(IllegalStateException.class, () -> new KeyCipher(now).open(id, sealed));
        assertEquals(SECRET, new KeyCipher(new MasterKey(Secrets.of(NEXT_KEY))).open(id, sealed));

        rotation(new MasterKey(Secrets.of(KEY, NEXT_KEY))).rotate().await().indefinitely();
        byte[] back = sealed(id);
        assertEquals(SECRET, new KeyCipher(now).open(id, back));

        rotation(new MasterKey(Secrets.of(KEY, NEXT_KEY))).rotate().await().indefinitely();
        assertArrayEquals(back, sealed(id));
    }

    private KeyRotation rotation(MasterKey key) {
        return new KeyRotation(pool, new KeyCipher(key), key);
    }

    private byte[] sealed(UUID id) {
        return pool.preparedQuery("select secret from provider_key where id = $1")
                .execute(Tuple.of(id))
                .map(rows -> rows.iterator().next().getBuffer("secret").getBytes())
                .await()
                .indefinitely();
    }

    @Test
    void keepsTheSecretEncrypted() {
        String id = create("mine").path("id");

        byte[] stored = pool.preparedQuery("select secret from provider_key where id = $1")
                .execute(Tuple.of(UUID.fromString(id)))
                .map(rows -> rows.iterator().next().getBuffer(0).getBytes())
                .await()
                .indefinitely();

        assertFalse(new String(stored, StandardCharsets.ISO_8859_1).contains("secret"));
    }

    @ParameterizedTest
    @CsvSource({"401", "402", "403", "500"})
    void refusesAKeyTheProviderDoesNotTake(int status) {
        PROVIDER.refuses(status);

        create("mine").then().statusCode(400).body("attr", equalTo("api_key"));
        list().then().body("count", equalTo(0));
    }

    @Test
    void refusesAKeyWithoutCredit() {
        PROVIDER.isOutOfCredit();

        create("mine").then().statusCode(400).body("attr", equalTo("api_key"));
    }

    @ParameterizedTest
    @CsvSource({"404", "429"})
    void takesAKeyThatTheProviderKnows(int status) {
        PROVIDER.refuses(status);

        create("mine").then().statusCode(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{}|provider",
                "{\"provider\":\"aleph\",\"name\":\"n\",\"api_key\":\"k\"}|provider",
                "{\"provider\":\"openai\",\"api_key\":\"sk-1\"}|name",
                "{\"provider\":\"openai\",\"name\":\"n\"}|api_key",
                "{\"provider\":\"openai\",\"name\":\"n\",\"api_key\":\"key-1\"}|api_key",
                "{\"provider\":\"openai\",\"name\":\"n\",\"api_key\":\"sk-ant-1\"}|api_key",
                "{\"provider\":\"anthropic\",\"name\":\"n\",\"api_key\":\"sk-1\"}|api_key",
                "{\"provider\":\"openai_compatible\",\"name\":\"n\",\"api_key\":\"k\"}|base_url",
                "{\"provider\":\"openai_compatible\",\"name\":\"n\",\"api_key\":\"k\",\"base_url\":\"ftp://x\"}|base_url",
                "{\"provider\":\"openai_compatible\",\"name\":\"n\",\"api_key\":\"k\",\"base_url\":\"not a url\"}|base_url",
                "{\"provider\":\"openai_compatible\",\"name\":\"n\",\"api_key\":\"k\",\"base_url\":\"http://169.254.169.254/v1\"}|api_key"
            })
    void refusesWhatIsWrong(String body, String attribute) {
        post(body).then().statusCode(400).body("attr", equalTo(attribute));
        list().then().body("count", equalTo(0));
    }

    @Test
    void hasOneActiveKey() {
        String first = create("first").path("id");
        String second = create("second").path("id");

        retrieve(second).then().body("active", equalTo(false));
        patch(second, "{\"active\":true,\"name\":\"renamed\"}")
                .then()
                .statusCode(200)
                .body("active", equalTo(true))
                .body("name", equalTo("renamed"));
        retrieve(first).then().body("active", equalTo(false));
        patch(second, "{\"active\":false}").then().body("active", equalTo(false));
    }

    @Test
    void hasOneActiveKeyWhoeverIsFirst() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(8);
        List<Callable<Integer>> requests =
                Collections.nCopies(8, () -> create("mine").statusCode());

        for (Future<Integer> status : clients.invokeAll(requests)) {
            assertEquals(201, status.get());
        }
        clients.shutdown();
        list().then().body("results.findAll { it.active }.size()", equalTo(1)).body("count", equalTo(8));
    }

    @Test
    void changesTheSecretOnlyForOneThatWorks() {
        String id = create("mine").path("id");
        PROVIDER.refuses(401);

        patch(id, "{\"api_key\":\"other-key-123456\"}").then().statusCode(400).body("attr", equalTo("api_key"));
        retrieve(id).then().body("api_key_masked", equalTo("sk-s...6789"));
        PROVIDER.says("{\"ok\":true}");
        patch(id, "{\"api_key\":\"other-key-123456\"}").then().body("api_key_masked", equalTo("othe...3456"));
    }

    @Test
    void hasEvaluationsFailWhoseKeyIsDeleted() {
        String key = create("mine").path("id");
        String active = evaluation(key, true);
        String paused = evaluation(key, false);

        request().delete(path() + key + "/").then().statusCode(204);

        retrieve(key).then().statusCode(404);
        evaluation(active)
                .then()
                .body("status", equalTo("error"))
                .body("status_reason", equalTo("provider_key_deleted"))
                .body("enabled", equalTo(false));
        evaluation(paused).then().body("status", equalTo("paused"));
        ActivityLogged switchedOff =
                ActivityLogReader.of(project.id(), active, 2).get(1);
        assertNull(switchedOff.userId());
        assertFalse(switchedOff.detail().path("enabled").booleanValue());
    }

    @Test
    void putsAnotherKeyInThePlaceOfADeletedOne() {
        String key = create("mine").path("id");
        String other = create("other").path("id");
        String active = evaluation(key, true);

        request().delete(path() + key + "/?replacement_key_id=" + key).then().statusCode(400);
        request()
                .delete(path() + key + "/?replacement_key_id=018f0000-0000-7000-8000-000000000001")
                .then()
                .statusCode(400)
                .body("attr", equalTo("replacement_key_id"));
        request().delete(path() + key + "/?replacement_key_id=" + other).then().statusCode(204);

        evaluation(active)
                .then()
                .body("status", equalTo("active"))
                .body("model_configuration.provider_key_id", equalTo(other))
                .body("model_configuration.provider_key_name", equalTo("other"));
        retrieve(other).then().body("active", equalTo(true));
    }

    @Test
    void refusesAnEvaluationWithAKeyOfAnotherProviderOrProject() {
        String key = create("mine").path("id");
        String body = "{\"name\":\"n\",\"evaluation_type\":\"llm_judge\",\"output_type\":\"boolean\","
                + "\"evaluation_config\":{\"prompt\":\"p\"},\"model_configuration\":{\"provider\":\"PROVIDER\","
                + "\"model\":\"m\",\"provider_key_id\":\"" + key + "\"}}";

        evaluate(body.replace("PROVIDER", "openai"))
                .then()
                .statusCode(400)
                .body("attr", equalTo("model_configuration"));
        evaluate(body.replace("PROVIDER", "openai_compatible"))
                .then()
                .statusCode(201)
                .body("model_configuration.provider_key_name", equalTo("mine"));
        project = TestDirectory.newProject();
        evaluate(body.replace("PROVIDER", "openai_compatible"))
                .then()
                .statusCode(400)
                .body("attr", equalTo("model_configuration__provider_key_id"));
    }

    @Test
    void hidesTheKeysOfOthers() {
        String theirs = create("theirs").path("id");
        project = TestDirectory.newProject();

        retrieve(theirs).then().statusCode(404);
        patch(theirs, "{\"name\":\"x\"}").then().statusCode(404);
        request().delete(path() + theirs + "/").then().statusCode(404);
        list().then().body("results.id", not(contains(theirs)));
    }

    @Test
    void needsTheScope() {
        RestAssured.given()
                .auth()
                .oauth2(project.keyWith("evaluation:read"))
                .contentType("application/json")
                .body("{}")
                .post(path())
                .then()
                .statusCode(403)
                .body("detail", containsString("evaluation:write"));
    }

    private String evaluation(String key, boolean enabled) {
        return evaluate("{\"name\":\"n\",\"evaluation_type\":\"llm_judge\",\"output_type\":\"boolean\",\"enabled\":"
                        + enabled + ",\"evaluation_config\":{\"prompt\":\"p\"},\"model_configuration\":{"
                        + "\"provider\":\"openai_compatible\",\"model\":\"m\",\"provider_key_id\":\"" + key + "\"}}")
                .path("id");
    }

    private Response evaluate(String body) {
        return request()
                .contentType("application/json")
                .body(body)
                .post("/api/projects/" + project.id() + "/evaluations/");
    }

    private Response evaluation(String id) {
        return request().get("/api/projects/" + project.id() + "/evaluations/" + id);
    }

    private Response create(String name) {
        return post("{\"provider\":\"openai_compatible\",\"name\":\"" + name + "\",\"api_key\":\"" + SECRET
                + "\",\"base_url\":\"" + PROVIDER.url() + "\"}");
    }

    private Response post(String body) {
        return request().contentType("application/json").body(body).post(path());
    }

    private Response patch(String id, String body) {
        return request().contentType("application/json").body(body).patch(path() + id + "/");
    }

    private Response retrieve(String id) {
        return request().get(path() + id + "/");
    }

    private Response list() {
        return request().get(path());
    }

    private String path() {
        return "/api/projects/" + project.id() + "/llm_analytics/provider_keys/";
    }

    private RequestSpecification request() {
        return RestAssured.given().auth().oauth2(project.key());
    }
}
