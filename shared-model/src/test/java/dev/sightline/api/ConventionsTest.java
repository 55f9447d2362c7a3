package dev.sightline.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.sightline.api.body.RawBody;
import dev.sightline.testing.RawHttp;
import dev.sightline.testing.TestDirectory;
import dev.sightline.testing.TestProject;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ConventionsTest {

    private TestProject project;
    private String things;

    @BeforeEach
    void project() {
        project = TestDirectory.newProject();
        things = "/api/projects/" + project.id() + "/things";
    }

    @ParameterizedTest
    @CsvSource({
        "/api/projects/%d/things?limit=2",
        "/api/projects/%d/things/?limit=2",
        "/api/environments/%d/things?limit=2",
        "/api/environments/%d/things/?limit=2"
    })
    void linksRepeatPrefixAndSlashOfTheRequest(String address) {
        String asked = address.formatted(project.id());

        caller().when()
                .get(asked)
                .then()
                .statusCode(200)
                .body("results", contains(project.id()))
                .body("next", equalTo("http://127.0.0.1:" + RestAssured.port + asked + "&offset=2"));
    }

    @Test
    void linksRepeatSchemeAndHostThatAProxyWasAskedFor() {
        caller().urlEncodingEnabled(false)
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "vision.example.com")
                .get(things + "?limit=2&search=%5Ba%5D")
                .then()
                .body("next", equalTo("https://vision.example.com" + things + "?limit=2&offset=2&search=%5Ba%5D"));
    }

    @Test
    void environmentsKeepTheEncodingOfTheirPathAndQuery() {
        String things = "/api/environments/" + project.id() + "/things";

        caller().urlEncodingEnabled(false)
                .get(things + "/100%25/failure")
                .then()
                .statusCode(500);
        caller().urlEncodingEnabled(false)
                .get(things + "?limit=1&a=b%26c&d=%2541")
                .then()
                .body("next", endsWith(things + "?a=b%26c&d=%2541&limit=1&offset=1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/nowhere", "/api/projects/%d/thingsX", "/api/projects/%d/things/x/failure/y", "/api/"})
    void pathsThatNothingServesAreSaidSo(String path) {
        caller().get(path.formatted(project.id()))
                .then()
                .statusCode(404)
                .body("type", equalTo("invalid_request"))
                .body("code", equalTo("not_found"))
                .body("detail", equalTo("API endpoint not found."))
                .body("attr", nullValue());
    }

    @Test
    void identifierThatIsNoneIsNotFound() {
        caller().get(things + "/7").then().statusCode(404).body("detail", equalTo("Not found."));
    }

    @Test
    void wrongVerbIsNamedAndTheRightOnesAllowed() {
        caller().put(things)
                .then()
                .statusCode(405)
                .header("Allow", "GET, POST, HEAD, OPTIONS")
                .body("code", equalTo("method_not_allowed"))
                .body("detail", equalTo("Method \"PUT\" not allowed."));
    }

    @Test
    void everyRoutedAnswerNamesTheVerbs() {
        caller().get(things).then().header("Allow", "GET, POST, HEAD, OPTIONS");
        caller().get(things + "/7/").then().header("Allow", "GET, PATCH, DELETE, HEAD, OPTIONS");
        caller().get("/api/nowhere").then().header("Allow", nullValue());
    }

    @Test
    void forbiddenDeleteHasNoBody() {
        caller().delete(things + "/0190e0a0-0000-7000-8000-000000000001")
                .then()
                .statusCode(405)
                .body(emptyString());
    }

    @Test
    void headIsGetWithoutBody() {
        caller().head(things).then().statusCode(200).body(emptyString());
    }

    @Test
    void optionsDescribeTheRouteToWhoMayRead() {
        given().header("Authorization", "Bearer " + project.keyWith("thing:read"))
                .options(things + "/")
                .then()
                .statusCode(200)
                .header("Allow", "GET, POST, HEAD, OPTIONS")
                .body("name", equalTo("Thing"))
                .body("description", equalTo(""))
                .body("renders", contains("application/json"))
                .body(
                        "parses",
                        contains("application/json", "application/x-www-form-urlencoded", "multipart/form-data"))
                .body("actions.POST.name.type", equalTo("string"))
                .body("actions.POST.name.required", is(true))
                .body("actions.POST.enabled.type", equalTo("boolean"))
                .body("actions.POST.tags.type", equalTo("list"));
        given().options(things).then().statusCode(401);
        given().header("Authorization", "Bearer " + project.keyWith("task:read"))
                .options(things)
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/xml", "nonsense"})
    void answerThatTheClientWillNotTakeIsRefusedBeforeAnythingHappens(String accept) {
        caller().accept(accept)
                .contentType(ContentType.JSON)
                .body("{\"name\":\"ab\"}")
                .post(things)
                .then()
                .statusCode(406)
                .body("code", equalTo("not_acceptable"))
                .body("detail", equalTo("Could not satisfy the request Accept header."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "nonsense", "application/octet-stream"})
    void contentTypeThatIsUnknownIsNamed(String contentType) throws IOException {
        RawHttp.Answer answer = post(contentType, "name=ab");

        assertEquals(415, answer.status());
        assertEquals(
                "{\"type\":\"invalid_request\",\"code\":\"unsupported_media_type\",\"detail\":"
                        + "\"Unsupported media type \\\"" + contentType + "\\\" in request.\",\"attr\":null}",
                answer.body());
    }

    @Test
    void jsonAndFormsMakeTheSameThing() throws IOException {
        RawHttp.Answer json = post("application/json", "{\"name\":\"ab\",\"enabled\":false,\"tags\":[\"x\",\"y\"]}");
        RawHttp.Answer form = post("application/x-www-form-urlencoded", "name=ab&tags=x&tags=y");

        assertEquals(201, json.status());
        assertEquals(json.body(), form.body());
    }

    @Test
    void multipartIsReadToo() {
        caller().multiPart("name", "ab")
                .multiPart("config", "{\"a\":1}")
                .post(things)
                .then()
                .statusCode(201)
                .body("name", equalTo("ab"))
                .body("config.a", is(1));
    }

    @Test
    void answersShowEveryMemberInOrder() throws IOException {
        RawHttp.Answer answer = post("application/json", "{\"name\":\"ab\"}");

        assertEquals(
                "{\"name\":\"ab\",\"enabled\":null,\"note\":null,\"tags\":null,\"config\":{},\"created_by\":{\"id\":"
                        + project.person().id() + ",\"uuid\":\""
                        + project.person().uuid()
                        + "\",\"distinct_id\":\"member-" + project.id()
                        + "\",\"first_name\":\"Member\",\"last_name\":\""
                        + project.id() + "\",\"email\":\"member-" + project.id()
                        + "@example.com\",\"is_email_verified\":true,\"hedgehog_config\":null,"
                        + "\"role_at_organization\":\"engineering\"}}",
                answer.body());
    }

    @Test
    void brokenJsonSaysWhere() throws IOException {
        assertEquals(
                "{\"type\":\"invalid_request\",\"code\":\"parse_error\",\"detail\":"
                        + "\"JSON parse error - Expecting value: line 1 column 9 (char 8)\",\"attr\":null}",
                post("application/json", "{\"name\":}").body());
        assertEquals(400, post("application/json", "name=ab").status());
    }

    @Test
    void firstWrongMemberIsNamed() {
        caller().contentType(ContentType.JSON)
                .body(Map.of("tags", "x", "name", "abcdef", "enabled", "maybe"))
                .post(things)
                .then()
                .statusCode(400)
                .body("type", equalTo("validation_error"))
                .body("code", equalTo("max_length"))
                .body("detail", equalTo("Ensure this field has no more than 5 characters."))
                .body("attr", equalTo("name"));
    }

    @Test
    void patchTellsAbsentFromNull() {
        String thing = things + "/0190e0a0-0000-7000-8000-000000000001";

        caller().contentType(ContentType.JSON)
                .body("{\"ends_at\":null}")
                .patch(thing)
                .then()
                .statusCode(200)
                .body("name.present", is(false))
                .body("ends_at.present", is(true));
        caller().patch(thing).then().statusCode(200).body("name.present", is(false));
        caller().contentType(ContentType.JSON)
                .body("{\"name\":\"abcdef\"}")
                .patch(thing)
                .then()
                .statusCode(400)
                .body("attr", equalTo("name"))
                .body("code", equalTo("max_length"));
    }

    @Test
    void constraintsInsideListsNameTheElement() {
        caller().contentType(ContentType.JSON)
                .body("{\"name\":\"ab\",\"tags\":[\"a\",\"abcd\"]}")
                .post(things)
                .then()
                .statusCode(400)
                .body("attr", equalTo("tags__1"))
                .body("detail", equalTo("Ensure this field has no more than 3 characters."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Authorization: Bearer ", "X-No-Key: "})
    void chunkedBodyIsStoppedAtTheLimit(String key) throws IOException {
        RawHttp.Answer answer = RawHttp.sendChunks(
                RestAssured.port,
                "POST " + things + " HTTP/1.1\n" + key + project.key() + "\nContent-Type: application/json",
                "{\"personal_api_key\":\"" + project.key() + "\",\"note\":\"",
                RawBody.LIMIT);

        assertEquals(413, answer.status());
    }

    @Test
    void openApiTellsWhatTheConventionsAdd() {
        String things = "paths.'/api/projects/{project_id}/things'";

        given().accept(ContentType.JSON)
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body(things + ".get.parameters.name", contains("project_id", "limit", "offset"))
                .body(things + ".get.parameters.in", contains("path", "query", "query"))
                .body(
                        things + ".post.requestBody.content.keySet()",
                        containsInAnyOrder(
                                "application/json", "application/x-www-form-urlencoded", "multipart/form-data"))
                .body("components.schemas.ChangeThing.properties.name.type", equalTo("string"))
                .body("components.schemas.ChangeThing.properties.ends_at.$ref", endsWith("/Instant"))
                .body("components.schemas.CreateThing.properties.config.$ref", endsWith("/AnyObject"))
                .body("components.schemas.AnyObject.type", equalTo("object"))
                .body("components.schemas.JsonNode", nullValue())
                .body("components.schemas.UserView.properties.keySet()", hasItem("is_email_verified"))
                .body("components.schemas.keySet()", not(hasItem(startsWith("Patch"))));
    }

    @Test
    void largeBodiesAreReadAndTooLargeOnesRefused() throws IOException {
        String frame = "{\"name\":\"ab\",\"note\":\"%s\"}";

        assertEquals(
                201,
                post("application/json", frame.formatted("x".repeat(100_000))).status());
        RawHttp.Answer refused = post("application/json", frame.formatted("x".repeat(RawBody.LIMIT)));
        assertEquals(413, refused.status());
        assertEquals(
                "{\"type\":\"invalid_request\",\"code\":\"request_too_large\",\"detail\":"
                        + "\"Request body is larger than 20971520 bytes.\",\"attr\":null}",
                refused.body());
    }

    @Test
    void unexpectedFaultsKeepTheirReasonsToThemselves() {
        String body = caller().get(things + "/x/failure")
                .then()
                .statusCode(500)
                .body("type", equalTo("server_error"))
                .body("code", equalTo("error"))
                .body("detail", equalTo("A server error occurred."))
                .body("error_event_id", notNullValue())
                .extract()
                .asString();

        assertFalse(body.contains("select"));
    }

    @Test
    void refusalsBelowTheResourceReachTheClient() {
        caller().get(things + "/refused/failure").then().statusCode(409).body(equalTo("{\"error\":\"Not now.\"}"));
        caller().get(things + "/quota/failure")
                .then()
                .statusCode(402)
                .body("code", equalTo("quota_limit_exceeded"))
                .body("type", equalTo("server_error"));
        caller().get(things + "/throttled/failure")
                .then()
                .statusCode(429)
                .header("Retry-After", "13")
                .body("type", equalTo("throttled_error"))
                .body("code", equalTo("throttled"))
                .body("detail", equalTo("Request was throttled. Expected available in 13 seconds."));
    }

    @Test
    void noChallengeIsSentToTheClient() {
        given().get(things).then().statusCode(401).header("WWW-Authenticate", nullValue());
    }

    @Test
    void openRoutesAskForNoKey() {
        given().get(things + "/open").then().statusCode(200).body(not(emptyString()));
    }

    private RequestSpecification caller() {
        return given().header("Authorization", "Bearer " + project.key());
    }

    private RawHttp.Answer post(String contentType, String body) throws IOException {
        return RawHttp.send(
                RestAssured.port,
                "POST " + things + " HTTP/1.1\nAuthorization: Bearer " + project.key() + "\nContent-Type: "
                        + contentType,
                body);
    }
}
