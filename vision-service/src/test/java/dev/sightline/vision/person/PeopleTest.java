package dev.sightline.vision.person;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.event.EventCaptured;
import dev.sightline.json.Json;
import dev.sightline.time.UuidV7;
import dev.sightline.vision.VisionDatabase;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeopleTest {

    private final Pool pool = VisionDatabase.pool();
    private final People people = new People(pool);
    private final int project = VisionDatabase.newProjectId();

    @Test
    void theLastWordCountsAndTheFirstOfWhatIsSaidOnce() {
        hear(
                event("a", "x", "{\"$set\":{\"plan\":\"free\"},\"$set_once\":{\"source\":\"ads\"}}"),
                event("a", "x", "{\"$set\":{\"plan\":\"pro\",\"gone\":1},\"$set_once\":{\"source\":\"mail\"}}"));
        hear(event("a", "x", "{\"$unset\":[\"gone\"],\"$set_once\":{\"source\":\"shop\",\"plan\":\"x\"}}"));

        assertEquals(json("{\"plan\":\"pro\",\"source\":\"ads\"}"), properties("a"));
    }

    @Test
    void aVisitorWhoGivesTheirNameIsOnePersonFromThenOn() {
        hear(event("anon", "x", "{\"$set\":{\"colour\":\"red\",\"plan\":\"none\"}}"));
        EventCaptured identify =
                event("ada", "$identify", "{\"$anon_distinct_id\":\"anon\",\"$set\":{\"plan\":\"pro\"}}");

        hear(identify);
        hear(identify);

        assertEquals(json("{\"colour\":\"red\",\"plan\":\"pro\"}"), properties("ada"));
        assertEquals(properties("ada"), properties("anon"));
    }

    @Test
    void twoPeopleWithNamesStayTwo() {
        hear(event("ada", "$identify", "{\"$anon_distinct_id\":\"a1\",\"$set\":{\"n\":\"ada\"}}"));
        hear(event("eve", "$identify", "{\"$anon_distinct_id\":\"ada\",\"$set\":{\"n\":\"eve\"}}"));

        assertEquals(json("{\"n\":\"ada\"}"), properties("ada"));
        assertEquals(json("{\"n\":\"eve\"}"), properties("eve"));
    }

    @Test
    void whoeverWantsNoProfileGetsNone() {
        hear(event("b", "x", "{\"$process_person_profile\":false,\"$set\":{\"a\":1}}"));

        assertEquals(json("null"), properties("b"));
    }

    private void hear(EventCaptured... events) {
        people.hear(List.of(events)).await().indefinitely();
    }

    private EventCaptured event(String distinctId, String name, String properties) {
        Instant now = Instant.now();
        return new EventCaptured(
                project, UuidV7.next(), name, distinctId, now, now, Json.read(properties, ObjectNode.class));
    }

    private JsonNode properties(String distinctId) {
        return json(pool.preparedQuery("""
                        select (select p.properties::text from person p
                                  join person_distinct_id d on d.project_id = p.project_id and d.person_id = p.id
                                 where d.project_id = $1 and d.distinct_id = $2)
                        """)
                .execute(Tuple.of(project, distinctId))
                .map(rows -> String.valueOf(rows.iterator().next().getString(0)))
                .await()
                .indefinitely());
    }

    private static JsonNode json(String text) {
        return Json.read(text, JsonNode.class);
    }
}
