package dev.sightline.observability.dataset;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
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
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Datasets over REST (spec/observability.md 1). */
@QuarkusTest
@QuarkusTestResource(ServersResource.class)
class DatasetsTest {

    private static final String NOBODY = "018f0000-0000-7000-8000-000000000001";

    private TestProject project;

    @BeforeEach
    void ownProject() {
        project = TestDirectory.newProject();
    }

    @Test
    void makesADataset() {
        create("{\"name\":\"  Refunds \",\"description\":\"\",\"metadata\":[1,\"two\",null],\"team\":7,\"id\":\""
                        + NOBODY + "\"}")
                .then()
                .statusCode(201)
                .body("name", equalTo("Refunds"))
                .body("description", equalTo(""))
                .body("metadata", contains(1, "two", null))
                .body("deleted", equalTo(false))
                .body("team", equalTo(project.id()))
                .body("id", not(equalTo(NOBODY)))
                .body("created_at", notNullValue())
                .body("created_by.id", equalTo(project.person().id()));
    }

    @Test
    void leavesOptionalMembersNull() {
        create("{\"name\":\"a\",\"deleted\":null}")
                .then()
                .body("description", nullValue())
                .body("metadata", nullValue())
                .body("deleted", nullValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{}|required|name",
                "{\"name\":null}|null|name",
                "{\"name\":\" \"}|blank|name",
                "{\"name\":\"a\",\"description\":[]}|invalid_input|description",
                "{\"name\":\"a\",\"deleted\":\"maybe\"}|invalid_input|deleted"
            })
    void refusesWhatIsWrong(String body, String code, String attribute) {
        create(body).then().statusCode(400).body("code", equalTo(code)).body("attr", equalTo(attribute));
        list("").then().body("count", equalTo(0));
    }

    @Test
    void refusesANameOver400Characters() {
        create("{\"name\":\"" + "n".repeat(401) + "\"}").then().statusCode(400).body("attr", equalTo("name"));
        create("{\"name\":\"" + "n".repeat(400) + "\"}").then().statusCode(201);
    }

    @Test
    void listsTheNewestFirstAndByOtherOrders() {
        String first = made("first");
        String second = made("second");
        patch(first, "{\"description\":\"touched\"}");

        list("").then().body("results.id", contains(second, first));
        list("?order_by=created_at").then().body("results.id", contains(first, second));
        list("?order_by=-updated_at").then().body("results.id", contains(first, second));
        list("?order_by=updated_at,-created_at").then().body("results.id", contains(second, first));
        list("?order_by=name").then().statusCode(400).body("attr", equalTo("order_by"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"refund", "REFUND", "50%", "_and_", "\"key\": 1", "Nested", "\\\\"})
    void searchesNameDescriptionAndMetadata(String text) {
        create(
                "{\"name\":\"Refunds\",\"description\":\"50% off\",\"metadata\":{\"key\":1,\"a\":{\"nested\":\"_and_\\\\\"}}}");
        create("{\"name\":\"other\",\"description\":\"500 of\",\"metadata\":{\"keys\":1,\"a\":\"xandx\"}}");

        request().queryParam("search", text).get(path()).then().body("results.name", contains("Refunds"));
    }

    @Test
    void findsNothingAcrossTwoTexts() {
        create("{\"name\":\"refund\",\"description\":\"policy\"}");
        create("{\"name\":\"other\",\"description\":\"refund\\npolicy\"}");

        request().queryParam("search", "refund\npolicy").get(path()).then().body("results.name", contains("other"));
    }

    @Test
    void combinesFilters() {
        String one = made("alpha one");
        String two = made("alpha two");
        String three = made("beta");

        list("?id__in=" + one + "," + three).then().body("results.id", contains(three, one));
        list("?id__in=" + one + "&id__in=" + two).then().body("count", equalTo(2));
        list("?id__in=" + one + "," + three + "&search=alpha").then().body("results.id", contains(one));
        list("?id__in=" + NOBODY).then().statusCode(200).body("count", equalTo(0));
        list("?id__in=nonsense").then().statusCode(400).body("attr", equalTo("id__in"));
        list("?search=").then().body("count", equalTo(3));
        request().queryParam("search", "al\0pha").get(path()).then().body("count", equalTo(2));
    }

    @Test
    void pages() {
        List<String> all = List.of(made("a"), made("b"), made("c"));

        list("?limit=2&search=").then().body("results", hasSize(2)).body("next", notNullValue());
        list("?limit=2&offset=2")
                .then()
                .body("results.id", contains(all.get(0)))
                .body("next", nullValue());
        list("?limit=none&offset=-1").then().body("results", hasSize(3));
    }

    @Test
    void pagesThroughWhatASearchFinds() {
        List<String> found = List.of(made("found 1"), made("found 2"), made("found 3"));
        made("other");

        list("?search=found&limit=2")
                .then()
                .body("results.id", contains(found.get(2), found.get(1)))
                .body("count", equalTo(3))
                .body("next", notNullValue());
        list("?search=found&limit=2&offset=2&order_by=created_at")
                .then()
                .body("results.id", contains(found.get(2)))
                .body("count", equalTo(3))
                .body("next", nullValue());
        list("?search=found&offset=7").then().body("results", hasSize(0)).body("count", equalTo(3));
    }

    @Test
    void deletesByAFlagThatAChangeTakesBack() {
        String id = made("mine");

        patch(id, "{\"deleted\":true}").then().statusCode(200).body("deleted", equalTo(true));
        retrieve(id).then().statusCode(404);
        list("").then().body("count", equalTo(0));

        patch(id, "{\"name\":\"renamed\"}").then().statusCode(200).body("deleted", equalTo(true));
        patch(id, "{\"deleted\":false}").then().statusCode(200).body("name", equalTo("renamed"));
        retrieve(id).then().statusCode(200);
    }

    @Test
    void whatPeopleChangeIsLogged() {
        String id = made("mine");
        patch(id, "{}").then().statusCode(200);
        patch(id, "{\"name\":\"yours\",\"metadata\":{\"secret\":1}}").then().statusCode(200);
        patch(id, "{\"deleted\":true}").then().statusCode(200);
        patch(id, "{\"deleted\":false}").then().statusCode(200);

        List<ActivityLogged> logged = ActivityLogReader.of(project.id(), id, 4);

        assertEquals(
                List.of("created mine", "updated yours", "deleted yours", "updated yours"),
                logged.stream()
                        .map(one -> one.activity() + " " + one.itemName())
                        .toList());
        assertEquals("Dataset", logged.get(0).scope());
        assertEquals(project.person().id(), logged.get(0).userId());
        assertEquals(
                "[{\"field\":\"name\",\"before\":\"mine\",\"after\":\"yours\"},{\"field\":\"metadata\"}]",
                logged.get(1).detail().path("changes").toString());
    }

    @Test
    void changesOnlyWhatIsSent() {
        String id = create("{\"name\":\"n\",\"description\":\"d\",\"metadata\":{\"a\":1}}")
                .path("id");

        patch(id, "{}").then().statusCode(200).body("description", equalTo("d"));
        patch(id, "{\"description\":null}")
                .then()
                .body("description", nullValue())
                .body("metadata.a", equalTo(1));
        patch(id, "{\"metadata\":null}").then().body("metadata", nullValue());
        patch(id, "{\"name\":null}").then().statusCode(400).body("attr", equalTo("name"));
    }

    @Test
    void takesAForm() {
        request()
                .contentType("application/x-www-form-urlencoded")
                .formParam("name", "from a form")
                .formParam("metadata", "{\"a\":1}")
                .post(path())
                .then()
                .statusCode(201)
                .body("metadata.a", equalTo(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {NOBODY, "nonsense"})
    void neverDeletes(String id) {
        request().delete(path() + id + "/").then().statusCode(405).body(emptyString());
        RestAssured.given().delete(path() + id + "/").then().statusCode(401);
        reader().delete(path() + id).then().statusCode(403);
    }

    @Test
    void hidesTheDatasetsOfOthers() {
        String theirs = made("theirs");
        TestProject mine = TestDirectory.newProject();
        String path = "/api/projects/" + mine.id() + "/datasets/";

        RestAssured.given().auth().oauth2(mine.key()).get(path + theirs).then().statusCode(404);
        RestAssured.given()
                .auth()
                .oauth2(mine.key())
                .contentType("application/json")
                .body("{\"name\":\"stolen\"}")
                .patch(path + theirs)
                .then()
                .statusCode(404);
        RestAssured.given().auth().oauth2(mine.key()).get(path).then().body("count", equalTo(0));
        assertEquals("theirs", retrieve(theirs).path("name"));
    }

    @ParameterizedTest
    @ValueSource(strings = {NOBODY, "nonsense"})
    void findsNothingUnderOtherIds(String id) {
        retrieve(id).then().statusCode(404).body("detail", equalTo("Not found."));
        patch(id, "{}").then().statusCode(404);
    }

    private String made(String name) {
        return create("{\"name\":\"" + name + "\"}").path("id");
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
        return "/api/projects/" + project.id() + "/datasets/";
    }

    private RequestSpecification request() {
        return RestAssured.given().auth().oauth2(project.key());
    }

    private RequestSpecification reader() {
        return RestAssured.given().auth().oauth2(project.keyWith("dataset:read"));
    }
}
