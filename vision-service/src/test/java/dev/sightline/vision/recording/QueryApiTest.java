package dev.sightline.vision.recording;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.sightline.vision.analysis.DemoSession;
import dev.sightline.vision.observation.Visit;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recordings queries in a body (spec/platform.md C.4). */
@QuarkusTest
class QueryApiTest {

    private static final DemoSession KETTLE = DemoSession.of("kettle-error-leaves");
    private static final DemoSession BROWSE = DemoSession.of("browse-only");

    @Inject
    Visit visit;

    @Test
    void answersTheRecordingsThatAreMeant() {
        String kettle = visit.record(KETTLE);
        String browse = visit.record(BROWSE);
        String errors = "'properties':[{'type':'recording','key':'console_error_count','operator':'gt','value':0}]";

        ask("'order':'console_error_count'").body("results[0].id", equalTo(kettle));
        ask(errors).body("results.id", contains(kettle)).body("has_next", equalTo(false));
        ask("'session_ids':['" + browse + "'],'date_from':null").body("results.id", contains(browse));
        ask("'limit':1,'order_direction':'ASC','order':'start_time'")
                .body("results.size()", equalTo(1))
                .body("has_next", equalTo(true));
        ask("'limit':1,'offset':1").body("results.size()", equalTo(1)).body("has_next", equalTo(false));
        ask("'date_to':'-2d'").body("results", empty());
        ask("'events':[{'id':'never','type':'events'}]").body("results", empty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "query | {}",
                "query | {\"query\":3}",
                "query__kind | {\"query\":{}}",
                "query__kind | {\"query\":{\"kind\":\"HogQLQuery\",\"query\":\"select 1\"}}",
                "query__unknown | {\"query\":{\"kind\":\"RecordingsQuery\",\"unknown\":1}}",
                "query__order | {\"query\":{\"kind\":\"RecordingsQuery\",\"order\":\"speed\"}}",
                "query__date_from | {\"query\":{\"kind\":\"RecordingsQuery\",\"date_from\":\"yesterday\"}}",
                "query__properties | {\"query\":{\"kind\":\"RecordingsQuery\",\"properties\":"
                        + "[{\"type\":\"event\",\"key\":\"a\",\"operator\":\"regex\",\"value\":\"(\"}]}}"
            })
    void namesWhatItCannotFollow(String attribute, String body) {
        answer(visit.project().key(), body).statusCode(400).body("attr", equalTo(attribute));
    }

    @Test
    void asksForBothScopes() {
        String body = "{\"query\":{\"kind\":\"RecordingsQuery\"}}";

        answer(visit.project().keyWith("query:read"), body).statusCode(403);
        answer(visit.project().keyWith("session_recording:read"), body).statusCode(403);
        answer(visit.project().keyWith("query:read", "session_recording:read"), body)
                .statusCode(200);
    }

    private ValidatableResponse ask(String members) {
        String query = "{'query':{'kind':'RecordingsQuery'," + members + "},'client_query_id':'x'}";
        return answer(visit.project().key(), query.replace('\'', '"')).statusCode(200);
    }

    private ValidatableResponse answer(String key, String body) {
        return RestAssured.given()
                .auth()
                .oauth2(key)
                .contentType("application/json")
                .body(body)
                .post("/api/environments/" + visit.project().id() + "/query/")
                .then();
    }
}
