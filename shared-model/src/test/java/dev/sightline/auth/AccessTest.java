package dev.sightline.auth;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import dev.sightline.testing.TestDirectory;
import dev.sightline.testing.TestProject;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of spec/platform.md A.3, row by row, and the order of its rows. */
@QuarkusTest
class AccessTest {

    private static final List<String> ALL = List.of("*");
    private static final int LIMIT = 50;
    private static final String UNKNOWN = "phx_unknown";

    private TestProject project;

    @BeforeEach
    void project() {
        project = TestDirectory.newProject();
    }

    @Test
    void noCredentials() {
        refused(given().get(things()), 401, "not_authenticated", "Authentication credentials were not provided.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bearer phx_x", "Basic cGh4", "Bearer", "Bearer x", "Token phx_x"})
    void headerOfAnotherFormIsNoCredential(String header) {
        refused(
                given().header("Authorization", header).get(things()),
                401,
                "not_authenticated",
                "Authentication credentials were not provided.");
    }

    @Test
    void unknownKeyInTheHeader() {
        notAuthenticated(
                bearer(UNKNOWN).get(things()), "Personal API key found in request Authorization header is invalid.");
    }

    @Test
    void unknownKeyInTheQuery() {
        notAuthenticated(
                given().get(things() + "?personal_api_key=" + UNKNOWN),
                "Personal API key found in request query string is invalid.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "application/json|{\"personal_api_key\":\"phx_unknown\"}",
                "application/x-www-form-urlencoded|personal_api_key=phx_unknown"
            })
    void unknownKeyInTheBody(String contentType, String body) {
        notAuthenticated(
                given().contentType(contentType).body(body).post(things()),
                "Personal API key found in request body is invalid.");
    }

    @Test
    void unknownAccessToken() {
        notAuthenticated(bearer("pha_unknown").get(things()), "Invalid access token.");
    }

    @Test
    void captureTokenIsNoKey() {
        notAuthenticated(
                bearer(project.captureToken()).get(things()),
                "Personal API key found in request Authorization header is invalid.");
    }

    @Test
    void projectSecretKey() {
        forbidden(bearer("phs_abc").get(things()), "This action does not support project secret API key access");
    }

    @Test
    void keyInTheHeaderIsTheOnlyOneTried() {
        notAuthenticated(
                bearer(UNKNOWN).get(things() + "?personal_api_key=" + project.key()),
                "Personal API key found in request Authorization header is invalid.");
    }

    @Test
    void keyInTheBodyComesBeforeThatInTheQuery() {
        notAuthenticated(
                given().contentType(ContentType.JSON)
                        .body(Map.of("personal_api_key", UNKNOWN))
                        .post(things() + "?personal_api_key=" + project.key()),
                "Personal API key found in request body is invalid.");
    }

    @Test
    void keysAreTakenFromHeaderBodyAndQuery() {
        bearer("  " + project.key() + " ").get(things()).then().statusCode(200);
        given().get(things() + "?personal_api_key=" + project.key()).then().statusCode(200);
        given().contentType(ContentType.JSON)
                .body(Map.of("personal_api_key", project.key(), "name", "ab"))
                .post(things())
                .then()
                .statusCode(201);
        given().contentType(ContentType.URLENC)
                .formParam("personal_api_key", project.key())
                .formParam("name", "ab")
                .post(things())
                .then()
                .statusCode(201);
        given().multiPart("personal_api_key", project.key())
                .multiPart("name", "ab")
                .post(things())
                .then()
                .statusCode(201);
    }

    @Test
    void bodyThatCannotBeReadHoldsNoKey() {
        given().contentType(ContentType.JSON)
                .body("{\"personal_api_key\":")
                .post(things())
                .then()
                .statusCode(401)
                .body("code", equalTo("not_authenticated"));
    }

    @Test
    void readingRequestsMayDeclareAContentType() {
        given().contentType(ContentType.JSON)
                .get(things() + "?personal_api_key=" + project.key())
                .then()
                .statusCode(200);
    }

    @Test
    void missingScope() {
        forbidden(bearer(project.keyWith("task:read")).get(things()), "API key missing required scope 'thing:read'");
    }

    @Test
    void firstMissingScopeOfSeveral() {
        forbidden(bearer(project.keyWith("task:read")).post(things()), "API key missing required scope 'thing:write'");
        forbidden(bearer(project.keyWith("thing:write")).post(things()), "API key missing required scope 'other:read'");
        forbidden(
                bearer(project.keyWith("thing:read", "other:read")).post(things()),
                "API key missing required scope 'thing:write'");
    }

    @Test
    void keyWithoutScopesMayNothing() {
        forbidden(bearer(project.keyWith()).get(things()), "API key missing required scope 'thing:read'");
    }

    @Test
    void writeImpliesRead() {
        bearer(project.keyWith("thing:write")).get(things()).then().statusCode(200);
        bearer(project.keyWith("thing:write", "other:write"))
                .contentType(ContentType.JSON)
                .body("{\"name\":\"ab\"}")
                .post(things())
                .then()
                .statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999", "0", "x", "1.0", "-1", "99999999999999999999", "%20"})
    void unknownProject(String id) {
        bearer(project.key())
                .urlEncodingEnabled(false)
                .get("/api/projects/" + id + "/things")
                .then()
                .statusCode(404)
                .body("type", equalTo("invalid_request"))
                .body("code", equalTo("not_found"))
                .body("detail", equalTo("Project not found."));
    }

    @Test
    void unknownProjectComesBeforeTheScopes() {
        bearer(project.keyWith("task:read"))
                .get("/api/projects/999999/things")
                .then()
                .statusCode(404);
    }

    @Test
    void projectOfAnotherOrganization() {
        TestProject other = TestDirectory.newProject();

        forbidden(
                bearer(project.key()).get("/api/projects/" + other.id() + "/things"),
                "You don't have access to the project.");
    }

    @Test
    void scopesComeBeforeMembership() {
        TestProject other = TestDirectory.newProject();

        forbidden(
                bearer(project.keyWith("task:read")).get("/api/projects/" + other.id() + "/things"),
                "API key missing required scope 'thing:read'");
    }

    @Test
    void keyRestrictedToOtherProjects() {
        TestProject other = TestDirectory.newProject();
        String key = TestDirectory.newKey(
                project.person(), Map.of("scopes", List.of("task:read"), "projects", List.of(other.id())));

        forbidden(
                bearer(key).get(things()),
                "API key does not have access to the requested project: ID " + project.id() + ".");
    }

    @Test
    void keyRestrictedToOtherOrganizations() {
        String key = TestDirectory.newKey(
                project.person(), Map.of("scopes", ALL, "organizations", List.of(UUID.randomUUID())));

        forbidden(
                bearer(key).get(things()),
                "API key does not have access to the requested organization: ID "
                        + project.organization().id() + ".");
    }

    @Test
    void keyRestrictedToThisProjectPasses() {
        String key = TestDirectory.newKey(
                project.person(),
                Map.of(
                        "scopes", ALL,
                        "projects", List.of(project.id()),
                        "organizations", List.of(project.organization().id())));

        bearer(key).get(things()).then().statusCode(200);
    }

    @Test
    void currentProjectIsTheFirstThatTheKeyReaches() {
        bearer(project.key())
                .get("/api/projects/@current/things")
                .then()
                .statusCode(200)
                .body("results[0]", equalTo(project.id()));
        given().get("/api/projects/@current/things").then().statusCode(401);
    }

    @Test
    void captureTokenInTheQueryNamesTheProject() {
        bearer(project.key())
                .get("/api/projects/999999/things?token=" + project.captureToken())
                .then()
                .statusCode(200)
                .body("results[0]", equalTo(project.id()));
        notAuthenticated(
                bearer(project.key()).get(things() + "?api_key=phc_unknown"), "Incorrect authentication credentials.");
    }

    @Test
    void routeWithoutScopesRefusesKeys() {
        forbidden(
                bearer(project.key()).get(things() + "/scopeless"),
                "This action does not support personal API key access");
        given().get(things() + "/scopeless").then().statusCode(401);
    }

    @Test
    void internalScopesNeedAnInternalKey() {
        String missing = "API key missing required scope 'signal_scout_internal:write'";

        forbidden(bearer(project.key()).get(things() + "/internal"), missing);
        forbidden(bearer(project.internalKeyWith("*")).get(things() + "/internal"), missing);
        bearer(project.internalKeyWith("signal_scout_internal:write"))
                .get(things() + "/internal")
                .then()
                .statusCode(200);
    }

    @Test
    void whoMayNotComeInIsNotToldThatTheVerbIsWrong() {
        given().put(things()).then().statusCode(401).body("code", equalTo("not_authenticated"));
        forbidden(bearer(project.keyWith("task:read")).put(things()), "API key missing required scope 'thing:read'");
        bearer(project.keyWith("thing:read")).put(things()).then().statusCode(405);
    }

    @Test
    void keyThatAsksTooOftenWaits() {
        for (int i = 0; i < LIMIT; i++) {
            bearer(project.key()).get(things()).then().statusCode(200);
        }
        bearer(project.key())
                .get(things())
                .then()
                .statusCode(429)
                .header("Retry-After", matchesPattern("[1-9][0-9]{0,3}"))
                .body("code", equalTo("throttled"));
        bearer(project.keyWith("thing:read")).get(things()).then().statusCode(200);
    }

    private String things() {
        return "/api/projects/" + project.id() + "/things";
    }

    private static RequestSpecification bearer(String key) {
        return given().header("Authorization", "Bearer " + key);
    }

    private static void notAuthenticated(Response answer, String detail) {
        refused(answer, 401, "authentication_failed", detail);
    }

    private static void forbidden(Response answer, String detail) {
        refused(answer, 403, "permission_denied", detail);
    }

    private static void refused(Response answer, int status, String code, String detail) {
        answer.then()
                .statusCode(status)
                .body("type", equalTo("authentication_error"))
                .body("code", equalTo(code))
                .body("detail", equalTo(detail))
                .body("attr", nullValue());
    }
}
