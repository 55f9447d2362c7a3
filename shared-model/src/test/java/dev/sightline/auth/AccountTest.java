package dev.sightline.auth;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import dev.sightline.testing.TestDirectory;
import dev.sightline.testing.TestProject;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The routes of spec/platform.md A.11 with the members that clients read. */
@QuarkusTest
class AccountTest {

    private TestProject project;

    @BeforeEach
    void project() {
        project = TestDirectory.newProject();
    }

    @Test
    void keyShowsWhatItMayDo() {
        String key = TestDirectory.newKey(
                project.person(),
                Map.of("scopes", List.of("task:read", "dataset:write"), "projects", List.of(project.id())));

        bearer(key)
                .get("/api/personal_api_keys/@current")
                .then()
                .statusCode(200)
                .body("user_id", is(project.person().id()))
                .body("scopes", contains("dataset:write", "task:read"))
                .body("scoped_teams", contains(project.id()))
                .body("scoped_organizations", empty());
        given().get("/api/personal_api_keys/@current").then().statusCode(401);
    }

    @Test
    void introspectionTellsOfAKnownSecret() {
        given().contentType(ContentType.URLENC)
                .formParam("token", project.keyWith("task:read", "dataset:read"))
                .post("/oauth/introspect")
                .then()
                .statusCode(200)
                .body("active", is(true))
                .body("scope", equalTo("dataset:read task:read"))
                .body("scoped_teams", empty())
                .body("scoped_organizations", empty())
                .body("client_id", equalTo("personal_api_key"));
    }

    @Test
    void introspectionTellsNothingOfAnUnknownSecret() {
        for (String body : List.of("{\"token\":\"phx_unknown\"}", "{}")) {
            given().contentType(ContentType.JSON)
                    .body(body)
                    .post("/oauth/introspect")
                    .then()
                    .statusCode(200)
                    .body("$", aMapWithSize(1))
                    .body("active", is(false));
        }
    }

    @Test
    void accountShowsWhereItsHolderWorks() {
        String organization = project.organization().id().toString();

        bearer(project.key())
                .get("/api/users/@me/")
                .then()
                .statusCode(200)
                .body("uuid", equalTo(project.person().uuid().toString()))
                .body("distinct_id", equalTo(project.person().distinctId()))
                .body("email", equalTo(project.person().email()))
                .body("first_name", equalTo("Member"))
                .body("team.id", is(project.id()))
                .body("team.uuid", equalTo(project.project().uuid().toString()))
                .body("team.name", equalTo(project.project().name()))
                .body("team.organization", equalTo(organization))
                .body("team.project_id", is(project.id()))
                .body("organization.id", equalTo(organization))
                .body("organization.is_ai_data_processing_approved", is(true))
                .body("organizations", hasSize(1))
                .body("organizations[0].id", equalTo(organization));
    }

    @Test
    void accountIsFoundByItsEncodedNameToo() {
        for (String path : List.of("/api/users/@me", "/api/users/%40me?a=%2540")) {
            bearer(project.key()).urlEncodingEnabled(false).get(path).then().statusCode(200);
        }
    }

    @Test
    void accountOfAKeyThatReachesNoProjectHasNoTeam() {
        TestProject other = TestDirectory.newProject();
        String key =
                TestDirectory.newKey(project.person(), Map.of("scopes", List.of("*"), "projects", List.of(other.id())));

        bearer(key)
                .get("/api/users/@me")
                .then()
                .statusCode(200)
                .body("team", is((Object) null))
                .body("organization", is((Object) null));
    }

    @Test
    void organizationIsShownToItsMembersOnly() {
        String path = "/api/organizations/" + project.organization().id() + "/";

        bearer(project.key())
                .get(path)
                .then()
                .statusCode(200)
                .body("name", equalTo(project.organization().name()))
                .body("is_ai_data_processing_approved", is(true))
                .body("available_product_features", empty())
                .body("membership_level", is(1));
        bearer(project.key()).get("/api/organizations/@current/").then().statusCode(200);
        bearer(TestDirectory.newProject().key()).get(path).then().statusCode(404);
        bearer(project.key())
                .get("/api/organizations/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("detail", equalTo("Not found."));
    }

    @Test
    void keyRestrictedToAnotherOrganizationSeesNone() {
        String key = TestDirectory.newKey(
                project.person(), Map.of("scopes", List.of("*"), "organizations", List.of(UUID.randomUUID())));

        bearer(key)
                .get("/api/organizations/" + project.organization().id())
                .then()
                .statusCode(403)
                .body(
                        "detail",
                        equalTo("API key does not have access to the requested organization: ID "
                                + project.organization().id() + "."));
    }

    @Test
    void projectIsShownUnderBothPrefixes() {
        for (String prefix : List.of("projects", "environments")) {
            bearer(project.key())
                    .get("/api/" + prefix + "/" + project.id() + "/")
                    .then()
                    .statusCode(200)
                    .body("id", is(project.id()))
                    .body("uuid", equalTo(project.project().uuid().toString()))
                    .body("organization", equalTo(project.organization().id().toString()))
                    .body("name", equalTo(project.project().name()))
                    .body("api_token", equalTo(project.captureToken()))
                    .body("timezone", equalTo("UTC"));
        }
    }

    @Test
    void eachAsksForItsScope() {
        String key = project.keyWith("task:read");

        bearer(key).get("/api/users/@me").then().statusCode(403).body("detail", equalTo(missing("user:read")));
        bearer(key)
                .get("/api/organizations/@current")
                .then()
                .statusCode(403)
                .body("detail", equalTo(missing("organization:read")));
        bearer(key)
                .get("/api/projects/" + project.id())
                .then()
                .statusCode(403)
                .body("detail", equalTo(missing("project:read")));
    }

    private static String missing(String scope) {
        return "API key missing required scope '" + scope + "'";
    }

    private static RequestSpecification bearer(String key) {
        return given().header("Authorization", "Bearer " + key);
    }
}
