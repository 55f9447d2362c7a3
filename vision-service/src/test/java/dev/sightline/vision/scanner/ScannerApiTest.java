package dev.sightline.vision.scanner;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.auth.Organization;
import dev.sightline.auth.Person;
import dev.sightline.event.ActivityLogged;
import dev.sightline.json.Json;
import dev.sightline.testing.ActivityLogReader;
import dev.sightline.testing.TestDirectory;
import dev.sightline.testing.TestProject;
import dev.sightline.time.Timestamps;
import dev.sightline.vision.observation.Obstacle;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ScannerApiTest {

    private final TestProject project = TestDirectory.newProject();

    @Inject
    Pool pool;

    @Test
    void aScannerNeedsFourMembersAndGetsTheRestByDefault() {
        Response created = post(monitor("Checkout"));

        created.then()
                .statusCode(201)
                .body("enabled", equalTo(true))
                .body("sampling_rate", equalTo(1.0f))
                .body("scanner_version", equalTo(1))
                .body("description", equalTo(""))
                .body("provider", equalTo("google"))
                .body("query", equalTo(Map.of()))
                .body("created_by.id", equalTo(project.person().id()))
                .body("estimated_monthly_observations", equalTo(0));
        Duration behind = Duration.between(
                Timestamps.parse(created.path("last_swept_at")).orElseThrow(),
                Timestamps.parse(created.path("created_at")).orElseThrow());
        assertEquals(Duration.ofMinutes(35), behind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "scanner_type", "scanner_config", "model"})
    void aMissingMemberIsNamed(String member) {
        Map<String, Object> body = monitor("Checkout");
        body.remove(member);

        refused(post(body), member).body("code", equalTo("required"));
        assertEquals(0, count());
    }

    @ParameterizedTest
    @CsvSource({"-0.1, 400", "1.5, 400", "0.00005, 400", "0, 201", "0.0001, 201"})
    void theSampleIsAShareThatCanBeDrawn(double rate, int status) {
        Map<String, Object> body = monitor("Checkout");
        body.put("sampling_rate", rate);

        post(body).then().statusCode(status).body("attr", equalTo(status == 400 ? "sampling_rate" : null));
    }

    @Test
    void namesAreUniqueInAProjectAndOnlyThere() {
        String id = id(monitor("Checkout"));
        String other = id(monitor("Cart"));

        refused(post(monitor("Checkout")), "name");
        refused(patch(other, Map.of("name", "Checkout")), "name");
        patch(id, Map.of("name", "Checkout")).then().statusCode(200);
        TestProject neighbour = TestDirectory.newProject();
        as(neighbour).body(monitor("Checkout")).post(path(neighbour)).then().statusCode(201);
    }

    @Test
    void ofTwoWhoTakeANameAtOnceOneIsRefused() {
        List<CompletableFuture<Response>> both = Stream.of(1, 2, 3, 4)
                .map(i -> CompletableFuture.supplyAsync(() -> post(monitor("Checkout"))))
                .toList();
        List<Response> answers = both.stream().map(CompletableFuture::join).toList();

        assertEquals(1, answers.stream().filter(one -> one.statusCode() == 201).count());
        answers.stream().filter(one -> one.statusCode() != 201).forEach(one -> refused(one, "name"));
        assertEquals(1, count());
    }

    @ParameterizedTest
    @CsvSource({
        "poet,              any,                     provider",
        "openai,            gpt-unlisted,            model",
        "openai,            gpt-listed,              ''",
        "openai,            gemini-3-flash-preview,  ''",
        "openai_compatible, whatever,                ''",
        "local,             whatever,                ''"
    })
    void whoAnswersIsCheckedWhenItIsSaved(String provider, String model, String attr) {
        Map<String, Object> body = monitor("Checkout");
        body.put("provider", provider);
        body.put("model", model);
        Map<String, Object> both = Map.of("provider", provider, "model", model);
        String id = id(monitor("Cart"));

        if (attr.isEmpty()) {
            patch(id, both).then().statusCode(200).body("model", equalTo(model));
            post(body).then().statusCode(201).body("provider", equalTo(provider));
        } else {
            refused(patch(id, both), attr).body("code", equalTo("invalid_choice"));
            refused(post(body), attr);
            as(project).get(path(project) + "/" + id).then().body("scanner_version", equalTo(1));
        }
    }

    @Test
    void aModelThatLeftTheListKeepsItsScannersUntilSomebodyChangesIt() {
        Map<String, Object> body = monitor("Checkout");
        body.put("provider", "openai");
        body.put("model", "gpt-listed");
        String id = id(body);
        run("update scanner set model = 'gpt-retired' where project_id = $1 and id = $2", id);

        patch(id, Map.of("name", "Pay")).then().statusCode(200).body("model", equalTo("gpt-retired"));
        refused(patch(id, Map.of("model", "gpt-retired")), "model");
        patch(id, Map.of("model", "gpt-listed")).then().statusCode(200);
    }

    @Test
    void anEstimateThatFailsLeavesTheScannerWithoutOne() {
        Obstacle.to(pool, project.id(), "update of estimated_at on scanner", 1_000)
                .during(() -> post(monitor("Checkout"))
                        .then()
                        .statusCode(201)
                        .body("estimated_monthly_observations", equalTo(null)));
        assertEquals(1, count());
    }

    @Test
    void whatCannotBeStartedIsNotThere() {
        String id = id(monitor("Checkout"));
        Obstacle.to(pool, project.id(), "insert on observation", 1_000)
                .during(() -> observe(id).statusCode(503).body("code", equalTo("service_unavailable")));

        as(project).get(path(project) + "/" + id + "/observations/").then().body("count", equalTo(0));
        observe(id).statusCode(202);
    }

    @Test
    void aScannerThatIsSwitchedOffLooksWhenItIsAsked() {
        Map<String, Object> off = monitor("Checkout");
        off.put("enabled", false);
        off.put("sampling_rate", 0);
        String id = id(off);

        observe(id).statusCode(202).body("workflow_id", equalTo("replay-vision-apply-scanner-" + id + "-s-1"));
    }

    private ValidatableResponse observe(String id) {
        return as(project)
                .body(Map.of("session_id", "s-1"))
                .post(path(project) + "/" + id + "/observe/")
                .then();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"prompt\":\" \"}",
                "{\"prompt\":\"x\",\"allow_inconclusive\":\"maybe\"}",
                "{\"prompt\":\"x\",\"surprise\":1}",
                "{\"prompt\":\"x\",\"emits_signals\":true}",
                "[]"
            })
    void aConfigurationThatBreaksItsRulesIsRefused(String config) {
        Map<String, Object> body = monitor("Checkout");
        body.put("scanner_config", JsonPath.from(config).get());

        refused(post(body), "scanner_config");
    }

    @Test
    void theQueryIsStoredAsSentWithoutItsDates() {
        Map<String, Object> body = monitor("Buyers");
        Map<String, Object> query = new HashMap<>();
        query.put("kind", "RecordingsQuery");
        query.put("events", List.of(Map.of("id", "purchase", "type", "events", "order", 0)));
        query.put("date_from", "-7d");
        query.put("date_to", null);
        body.put("query", query);

        String id = id(body);

        as(project)
                .get(path(project) + "/" + id)
                .then()
                .body("query.size()", equalTo(2))
                .body("query.events[0].order", equalTo(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"surprise\":1}",
                "{\"actions\":[{\"id\":5}]}",
                "{\"properties\":[{\"type\":\"cohort\",\"key\":\"id\",\"value\":1}]}",
                "{\"properties\":[{\"key\":\"a\",\"value\":\"(\",\"operator\":\"regex\"}]}"
            })
    void aQueryThatCannotBeEvaluatedIsRefused(String query) {
        Map<String, Object> body = monitor("Buyers");
        String id = id(monitor("Others"));
        body.put("query", JsonPath.from(query).get());

        refused(post(body), "query");
        refused(patch(id, Map.of("query", body.get("query"))), "query");
        as(project).get(path(project) + "/" + id).then().body("query", equalTo(Map.of()));
    }

    @Test
    void tagsThatReadTheSameAreRefusedByName() {
        Map<String, Object> body = monitor("Topics");
        body.put("scanner_type", "classifier");
        body.put("scanner_config", Map.of("prompt", "x", "tags", new String[] {"login issue", "login_issue"}));

        refused(post(body), "scanner_config").body("detail", containsString("login issue"));
    }

    @Test
    void onlyAChangeOfWhatIsLookedForIsANewVersion() {
        String id = id(monitor("Checkout"));

        patch(id, Map.of("description", "d", "name", "Pay", "enabled", false))
                .then()
                .body("scanner_version", equalTo(1));
        patch(id, Map.of("sampling_rate", 0.5)).then().body("scanner_version", equalTo(2));
        patch(id, Map.of("sampling_rate", 0.5)).then().body("scanner_version", equalTo(2));
        patch(id, Map.of()).then().statusCode(200).body("scanner_version", equalTo(2));
    }

    @Test
    void twoEditsAtOnceAreTwoVersions() {
        String id = id(monitor("Checkout"));

        List<CompletableFuture<Void>> edits = Stream.of("a", "b", "c")
                .map(prompt ->
                        CompletableFuture.runAsync(() -> patch(id, Map.of("scanner_config", Map.of("prompt", prompt)))
                                .then()
                                .statusCode(200)))
                .toList();
        edits.forEach(CompletableFuture::join);

        as(project).get(path(project) + "/" + id).then().body("scanner_version", equalTo(4));
    }

    @Test
    void theTypeStaysWhatItWas() {
        String id = id(monitor("Checkout"));

        refused(patch(id, Map.of("scanner_type", "scorer")), "scanner_type");
        patch(id, Map.of("scanner_type", "monitor")).then().statusCode(200);
    }

    @Test
    void theDocumentedFormRequestChangesTheName() {
        String id = id(monitor("Checkout"));

        given().header("Authorization", "Bearer " + project.key())
                .contentType("application/x-www-form-urlencoded")
                .formParam("name", "string")
                .patch(path(project) + "/" + id + "/")
                .then()
                .statusCode(200)
                .body("name", equalTo("string"));
    }

    @Test
    void aScannerCannotBeReplacedWhole() {
        String id = id(monitor("Checkout"));

        as(project).body(monitor("x")).put(path(project) + "/" + id).then().statusCode(405);
    }

    @Test
    void whatBelongsToOthersDoesNotExist() {
        String id = id(monitor("Checkout"));
        TestProject stranger = TestDirectory.newProject();

        for (String foreign : new String[] {id, UUID.randomUUID().toString(), "not-a-uuid"}) {
            String path = path(stranger) + "/" + foreign;
            as(stranger).get(path).then().statusCode(404).body("detail", equalTo("Not found."));
            as(stranger).body(Map.of("name", "x")).patch(path).then().statusCode(404);
            as(stranger).delete(path).then().statusCode(404);
            as(stranger).get(path + "/observations").then().statusCode(404);
            as(stranger).get(path + "/observations/stats").then().statusCode(404);
            as(stranger)
                    .body(Map.of("session_id", "s"))
                    .post(path + "/observe")
                    .then()
                    .statusCode(404);
            for (String observation : List.of(UUID.randomUUID().toString(), "not-a-uuid")) {
                as(stranger).get(path + "/observations/" + observation).then().statusCode(404);
                as(stranger)
                        .post(path + "/observations/" + observation + "/retry")
                        .then()
                        .statusCode(404);
                as(project)
                        .get(path(project) + "/" + id + "/observations/" + observation)
                        .then()
                        .statusCode(404);
            }
        }
        as(project).get(path(project) + "/" + id).then().statusCode(200);
    }

    @Test
    void aDeletedScannerIsGone() {
        String id = id(monitor("Checkout"));

        as(project).delete(path(project) + "/" + id).then().statusCode(204).body(equalTo(""));
        as(project).get(path(project) + "/" + id).then().statusCode(404);
    }

    @Test
    void whatPeopleChangeIsLoggedAndWhatTheyDoNotIsNot() {
        String id = id(monitor("Checkout"));
        id(monitor("Cart"));
        patch(id, Map.of("name", "Cart")).then().statusCode(400);
        patch(id, Map.of("name", "Checkout")).then().statusCode(200);
        patch(id, Map.of("enabled", false, "scanner_config", Map.of("prompt", "secret")))
                .then()
                .statusCode(200);
        as(project).delete(path(project) + "/" + id).then().statusCode(204);
        as(project).delete(path(project) + "/" + id).then().statusCode(404);

        List<ActivityLogged> logged = ActivityLogReader.of(project.id(), id, 3);

        assertEquals(
                List.of("created", "updated", "deleted"),
                logged.stream().map(ActivityLogged::activity).toList());
        assertEquals("ReplayScanner", logged.get(0).scope());
        assertEquals(
                Json.read(
                        "{'enabled':false,'changes':[{'field':'scanner_config'},{'field':'enabled','before':true,'after':false}]}"
                                .replace('\'', '"'),
                        JsonNode.class),
                logged.get(1).detail());
        logged.forEach(one -> assertEquals(project.person().id(), one.userId()));
        logged.forEach(one -> assertEquals("Checkout", one.itemName()));
    }

    @Test
    void listsByNameAndByWhatIsAskedFor() {
        id(monitor("b"));
        id(monitor("a"));
        Map<String, Object> off = monitor("c");
        off.put("enabled", false);
        off.put("description", "about CHECKOUT");
        id(off);

        list("").body("results.name", contains("a", "b", "c"));
        list("?order_by=-name").body("results.name", contains("c", "b", "a"));
        list("?enabled=disabled").body("results.name", contains("c"));
        list("?enabled=0,false").body("results.name", contains("c"));
        list("?enabled=enabled,disabled").body("count", equalTo(3));
        list("?enabled=TRUE").body("results.name", contains("a", "b"));
        list("?enabled=1").body("results.name", contains("a", "b"));
        list("?enabled= ,").body("count", equalTo(3));
        list("?order_by=").body("results.name", contains("a", "b", "c"));
        list("?order_by=created_at").body("results.name", contains("b", "a", "c"));
        list("?order_by=-updated_at").body("results.name", contains("c", "a", "b"));
        list("?order_by=enabled").body("results[0].name", equalTo("c"));
        list("?order_by=-sampling_rate").body("results.name", contains("b", "a", "c"));
        list("?search=checkout").body("results.name", contains("c"));
        list("?search=anything").body("count", equalTo(3));
        list("?created_by=" + project.person().id() + "&order_by=created_by").body("count", equalTo(3));
        list("?created_by=1").body("count", equalTo(0));
        list("?limit=2").body("next", containsString("limit=2&offset=2")).body("results.name", contains("a", "b"));
    }

    @Test
    void creatorsAreListedOnceAndTypesAllCounted() {
        id(monitor("a"));
        Map<String, Object> off = monitor("b");
        off.put("enabled", false);
        id(off);

        as(project)
                .get(path(project) + "/creators/")
                .then()
                .statusCode(200)
                .body("creators.id", contains(project.person().id()));
        as(project)
                .get(path(project) + "/stats/?enabled=disabled")
                .then()
                .statusCode(200)
                .body("total", equalTo(2))
                .body("enabled", equalTo(1))
                .body("by_type.monitor.total", equalTo(2))
                .body("by_type.monitor.enabled", equalTo(1))
                .body("by_type.size()", equalTo(4))
                .body("by_type.scorer.total", equalTo(0));
    }

    @Test
    void listsByTypeBySignalsAndByWhoMadeThem() {
        Map<String, Object> loud = monitor("loud");
        loud.put("emits_signals", true);
        String nobodys = id(loud);
        Map<String, Object> summarizer = monitor("quiet");
        summarizer.put("scanner_type", "summarizer");
        id(summarizer);
        run("update scanner set created_by = null where project_id = $1 and id = $2", nobodys);

        list("?scanner_type=summarizer,scorer").body("results.name", contains("quiet"));
        list("?emits_signals=true").body("results.name", contains("loud"));
        list("?emits_signals=perhaps").body("count", equalTo(2));
        list("?order_by=created_by").body("results.name", contains("quiet", "loud"));
        list("?order_by=-created_by").body("results.name", contains("quiet", "loud"));
        list("?order_by=-scanner_type").body("results.name", contains("quiet", "loud"));
        as(project).get(path(project) + "/creators/").then().body("creators.size()", equalTo(1));
    }

    @Test
    void creatorsComeByTheirNames() {
        List<String> names = List.of("Zoe Ash", "Ada Zimmer", "Ada Ash", " Moss");
        TestProject team = TestDirectory.newProject(made -> withMembers(made, names));
        for (int i = 0; i < names.size(); i++) {
            String key = TestDirectory.newKey(team.organization().members().get(i), Map.of("scopes", List.of("*")));
            Stream.of("one ", "two ").map(name -> name + key).forEach(name -> given().header(
                            "Authorization", "Bearer " + key)
                    .contentType("application/json")
                    .body(monitor(name))
                    .post(path(team))
                    .then()
                    .statusCode(201));
        }

        as(team).get(path(team) + "/creators/")
                .then()
                .body("creators.last_name", contains("Moss", "Ash", "Zimmer", "Ash"))
                .body("creators.first_name", contains("", "Ada", "Ada", "Zoe"));
        as(team).get(path(team) + "?order_by=created_by&limit=6")
                .then()
                .body("results.created_by.first_name", contains("Ada", "Ada", "Ada", "Ada", "", ""));
    }

    private static Organization withMembers(Organization made, List<String> names) {
        Person like = made.members().get(0);
        List<Person> members = new ArrayList<>();
        for (String name : names) {
            int number = 10_000 * (members.size() + 1) + like.id();
            members.add(new Person(
                    number,
                    UUID.randomUUID(),
                    "d" + number,
                    name.substring(0, name.indexOf(' ')),
                    name.substring(name.indexOf(' ') + 1),
                    number + "@example.com",
                    true,
                    null,
                    null,
                    "m" + number));
        }
        return new Organization(made.id(), made.name(), true, made.projects(), List.of(), members);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET    | /                       | session_recording:read",
                "POST   | /                       | replay_scanner:read session_recording:read",
                "POST   | /                       | replay_scanner:write",
                "GET    | /ID/                    | session_recording:read",
                "PATCH  | /ID/                    | replay_scanner:read session_recording:read",
                "PATCH  | /ID/                    | replay_scanner:write",
                "DELETE | /ID/                    | replay_scanner:read session_recording:read",
                "POST   | /ID/observe/            | replay_scanner:read session_recording:read",
                "POST   | /ID/observe/            | replay_scanner:write",
                "POST   | /estimate/              | replay_scanner:read",
                "POST   | /estimate/              | session_recording:read",
                "GET    | /creators/              | session_recording:read",
                "GET    | /stats/                 | session_recording:read",
                "GET    | /ID/observations/       | replay_scanner:read",
                "GET    | /ID/observations/       | session_recording:read",
                "GET    | /ID/observations/stats/ | replay_scanner:read",
                "GET    | /ID/observations/ID/    | session_recording:read"
            })
    void aKeyWithoutTheScopesIsRefused(String method, String path, String scopes) {
        String id = id(monitor("Checkout"));

        given().header("Authorization", "Bearer " + project.keyWith(scopes.split(" ")))
                .contentType("application/json")
                .body(monitor("Other"))
                .request(method, path(project) + path.replace("ID", id))
                .then()
                .statusCode(403)
                .body("code", equalTo("permission_denied"));
        assertEquals(1, count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"enabled=maybe", "scanner_type=poet", "created_by=x", "order_by=size"})
    void aFilterThatMakesNoSenseIsNamed(String query) {
        refused(as(project).get(path(project) + "?" + query), query.substring(0, query.indexOf('=')));
    }

    private void run(String sql, String scanner) {
        pool.preparedQuery(sql)
                .execute(Tuple.of(project.id(), UUID.fromString(scanner)))
                .await()
                .indefinitely();
    }

    private static Map<String, Object> monitor(String name) {
        Map<String, Object> body = new HashMap<>();
        body.put("name", name);
        body.put("scanner_type", "monitor");
        body.put("scanner_config", Map.of("prompt", "Did anything go wrong?"));
        body.put("model", "gemini-3-flash-preview");
        return body;
    }

    private String id(Map<String, Object> body) {
        return post(body).then().statusCode(201).extract().path("id");
    }

    private Response post(Map<String, Object> body) {
        return as(project).body(body).post(path(project));
    }

    private Response patch(String id, Map<String, Object> body) {
        return as(project).body(body).patch(path(project) + "/" + id);
    }

    private ValidatableResponse list(String query) {
        return as(project).get(path(project) + query).then().statusCode(200);
    }

    private int count() {
        return list("").extract().path("count");
    }

    private static ValidatableResponse refused(Response response, String attr) {
        return response.then().statusCode(400).body("attr", equalTo(attr));
    }

    private static RequestSpecification as(TestProject who) {
        return given().header("Authorization", "Bearer " + who.key()).contentType("application/json");
    }

    private static String path(TestProject of) {
        return "/api/projects/" + of.id() + "/vision/scanners";
    }
}
