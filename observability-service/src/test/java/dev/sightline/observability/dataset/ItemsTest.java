package dev.sightline.observability.dataset;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.sightline.event.ActivityLogged;
import dev.sightline.json.Json;
import dev.sightline.testing.ActivityLogReader;
import dev.sightline.testing.ServersResource;
import dev.sightline.testing.TestDirectory;
import dev.sightline.testing.TestProject;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Items of datasets over REST (spec/observability.md 2). */
@QuarkusTest
@QuarkusTestResource(ServersResource.class)
class ItemsTest {

    private static final String NOBODY = "018f0000-0000-7000-8000-000000000001";

    private TestProject project;
    private String dataset;

    @BeforeEach
    void ownDataset() {
        project = TestDirectory.newProject();
        dataset = dataset(project);
    }

    @Test
    void makesAnItem() {
        create("'input':{'q':1},'output':'text','metadata':[null],'ref_trace_id':'','ref_source_id':'span',"
                        + "'ref_timestamp':'2026-11-21T10:00:00+02:00'")
                .then()
                .statusCode(201)
                .body("dataset", equalTo(dataset))
                .body("input.q", equalTo(1))
                .body("output", equalTo("text"))
                .body("ref_trace_id", equalTo(""))
                .body("ref_timestamp", equalTo("2026-11-21T08:00:00Z"))
                .body("deleted", equalTo(false))
                .body("created_by.id", equalTo(project.person().id()))
                .body("team", equalTo(project.id()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{}|required|dataset",
                "{'dataset':null}|null|dataset",
                "{'dataset':'nonsense'}|*|dataset",
                "{'dataset':'018f0000-0000-7000-8000-000000000001'}|does_not_exist|dataset",
                "{'dataset':'OTHER'}|does_not_exist|dataset",
                "{'dataset':'MINE','ref_timestamp':'soon'}|*|ref_timestamp"
            })
    void refusesWhatIsWrongAndStoresNothing(String body, String code, String attribute) {
        String sent = body.replace("OTHER", dataset(TestDirectory.newProject())).replace("MINE", dataset);

        Response answer = post(sent);

        answer.then().statusCode(400).body("attr", equalTo(attribute));
        if (!code.equals("*")) {
            answer.then().body("code", equalTo(code));
        }
        request().get(path()).then().body("count", equalTo(0));
    }

    @Test
    void refusesReferencesOver255Characters() {
        create("'ref_trace_id':'" + "x".repeat(256) + "'")
                .then()
                .statusCode(400)
                .body("attr", equalTo("ref_trace_id"));
        create("'ref_source_id':'" + "x".repeat(255) + "'").then().statusCode(201);
    }

    @Test
    void listsTheItemsOfTheProjectOrOfADataset() {
        String first = create("'input':1").path("id");
        String second = create("'input':2").path("id");
        String other = dataset(project);

        request().get(path()).then().body("results.id", contains(second, first));
        request().get(path() + "?dataset=" + dataset).then().body("count", equalTo(2));
        request().get(path() + "?dataset=" + other).then().body("count", equalTo(0));
    }

    @Test
    void answersAForeignDatasetLikeOneThatNeverWas() {
        String foreign = dataset(TestDirectory.newProject());

        for (String id : new String[] {foreign, NOBODY, "nonsense"}) {
            request().get(path() + "?dataset=" + id).then().statusCode(400).body("attr", equalTo("dataset"));
        }
    }

    @Test
    void movesAnItemWithinTheProjectOnly() {
        String id = create("'input':1").path("id");
        String other = dataset(project);

        patch(id, "{'dataset':'" + other + "'}").then().statusCode(200).body("dataset", equalTo(other));
        patch(id, "{'dataset':'" + dataset(TestDirectory.newProject()) + "','input':2}")
                .then()
                .statusCode(400)
                .body("attr", equalTo("dataset"));
        request().get(path() + id).then().body("dataset", equalTo(other)).body("input", equalTo(1));
    }

    @Test
    void deletesByAFlagThatAChangeTakesBack() {
        String id = create("'input':1").path("id");

        patch(id, "{'deleted':true}").then().statusCode(200);
        request().get(path() + id).then().statusCode(404);
        request().get(path()).then().body("count", equalTo(0));
        patch(id, "{'deleted':null,'input':null}").then().statusCode(200).body("input", nullValue());
        request().get(path() + id).then().statusCode(200);
    }

    @Test
    void whatPeopleChangeIsLoggedWithoutWhatItHolds() {
        String id = create("'input':'secret'").path("id");
        patch(id, "{'input':'secret'}").then().statusCode(200);
        patch(id, "{'input':'secret too'}").then().statusCode(200);
        patch(id, "{'deleted':true}").then().statusCode(200);

        List<ActivityLogged> logged = ActivityLogReader.of(project.id(), id, 3);

        assertEquals(
                List.of("created", "updated", "deleted"),
                logged.stream().map(ActivityLogged::activity).toList());
        logged.forEach(one -> assertEquals("DatasetItem", one.scope()));
        logged.forEach(one -> assertEquals(dataset, one.detail().path("dataset").asText()));
        assertFalse(Json.write(logged).contains("secret"));
    }

    @Test
    void countsWhatAListHoldsThroughEveryChange() {
        String id = create("'input':1").path("id");
        create("'input':2,'deleted':true").then().statusCode(201);
        String other = dataset(project);

        counts(1, dataset);
        patch(id, "{'input':3}");
        counts(1, dataset);
        patch(id, "{'dataset':'" + other + "'}");
        counts(0, dataset);
        counts(1, other);
        patch(id, "{'dataset':'" + dataset + "','deleted':true}");
        counts(0, dataset);
        counts(0, other);
        patch(id, "{'deleted':null}");
        counts(1, dataset);
    }

    @Test
    void countsItemsMadeAtTheSameTime() {
        IntStream.range(0, 40)
                .parallel()
                .forEach(i -> create("'input':" + i).then().statusCode(201));

        counts(40, dataset);
    }

    private void counts(int expected, String dataset) {
        request().get(path() + "?dataset=" + dataset).then().body("count", equalTo(expected));
    }

    @Test
    void keepsTheItemsOfADeletedDataset() {
        String id = create("'input':1").path("id");
        request()
                .contentType("application/json")
                .body("{\"deleted\":true}")
                .patch("/api/projects/" + project.id() + "/datasets/" + dataset);

        request().get(path() + id).then().statusCode(200);
        create("'input':2").then().statusCode(201);
        request().get(path() + "?dataset=" + dataset).then().body("count", equalTo(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {NOBODY, "nonsense"})
    void neverDeletes(String id) {
        request().delete(path() + id).then().statusCode(405).body(emptyString());
    }

    @Test
    void hidesTheItemsOfOthers() {
        String theirs = create("'input':1").path("id");
        TestProject mine = TestDirectory.newProject();

        RestAssured.given()
                .auth()
                .oauth2(mine.key())
                .get("/api/projects/" + mine.id() + "/dataset_items/" + theirs)
                .then()
                .statusCode(404);
    }

    private static String dataset(TestProject project) {
        return RestAssured.given()
                .auth()
                .oauth2(project.key())
                .contentType("application/json")
                .body("{\"name\":\"examples\"}")
                .post("/api/projects/" + project.id() + "/datasets")
                .path("id");
    }

    private Response create(String members) {
        return post("{'dataset':'" + dataset + "'," + members + "}");
    }

    private Response post(String body) {
        return request()
                .contentType("application/json")
                .body(body.replace('\'', '"'))
                .post(path());
    }

    private Response patch(String id, String body) {
        return request()
                .contentType("application/json")
                .body(body.replace('\'', '"'))
                .patch(path() + id + "/");
    }

    private String path() {
        return "/api/projects/" + project.id() + "/dataset_items/";
    }

    private RequestSpecification request() {
        return RestAssured.given().auth().oauth2(project.key());
    }
}
