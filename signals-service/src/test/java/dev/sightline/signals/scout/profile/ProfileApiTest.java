package dev.sightline.signals.scout.profile;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.json.Json;
import dev.sightline.signals.scout.Scouts;
import dev.sightline.testing.ServersResource;
import dev.sightline.testing.TestDirectory;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(ServersResource.class)
class ProfileApiTest {

    private static final String PATH = "project_profile/current";

    private final Scouts scouts = Scouts.of(TestDirectory.newProject());

    @Inject
    Pool pool;

    @Inject
    Profiles profiles;

    private Response asScout(String query) {
        return Scouts.with(scouts.internalKey()).get(scouts.path(PATH + query));
    }

    private long rows() {
        return pool.preparedQuery("select count(*) from scout_profile where project_id = $1")
                .execute(Tuple.of(scouts.project().id()))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }

    @Test
    void onlyScoutsHaveAProfileBuilt() {
        scouts.get(PATH).then().statusCode(404);
        scouts.get(PATH + "?force_refresh=true").then().statusCode(404);

        String built = asScout("").then().statusCode(200).extract().path("profile_id");

        scouts.get(PATH)
                .then()
                .statusCode(200)
                .body("profile_id", equalTo(built))
                .body("source_version", equalTo("v1"));
        scouts.get(PATH + "?force_refresh=true").then().body("profile_id", equalTo(built));
        asScout("").then().body("profile_id", equalTo(built));
        asScout("?force_refresh=true").then().body("profile_id", not(equalTo(built)));
        assertEquals(2, rows());
    }

    @Test
    void anExpiredProfileIsShownToPeopleAndBuiltAnewForScouts() {
        String built = asScout("").path("profile_id");
        pool.preparedQuery("update scout_profile set expires_at = now() - interval '1 second' where project_id = $1")
                .execute(Tuple.of(scouts.project().id()))
                .await()
                .indefinitely();

        scouts.get(PATH).then().body("profile_id", equalTo(built));
        asScout("").then().body("profile_id", not(equalTo(built)));
    }

    @Test
    void theNewestTenAreKept() {
        for (int i = 0; i < 11; i++) {
            asScout("?force_refresh=true").then().statusCode(200);
        }

        assertEquals(10, rows());
    }

    @Test
    void ofManyThatMissAtOnceOneBuilds() {
        Uni.join()
                .all(IntStream.range(0, 8)
                        .mapToObj(i -> profiles.fresh(scouts.project().id(), false))
                        .toList())
                .andFailFast()
                .await()
                .indefinitely();

        assertEquals(1, rows());
    }

    @Test
    void whatNobodyToldIsEmptyAndSaysSo() {
        scouts.inbox()
                .post("source_configs", Map.of("source_product", "github", "source_type", "issue", "enabled", false));
        beat("0 minutes");

        asScout("")
                .then()
                .body("payload.inventory.recent_surveys.total_count", equalTo(0))
                .body("payload.inventory.recent_surveys.recent", empty())
                .body("payload.inventory.product_intents", empty())
                .body("payload.inventory.project_context.product_description", nullValue())
                .body("payload.inventory.signal_source_configs.disabled.source_product", contains("github"))
                .body("payload.inventory.existing_inbox_reports.total", equalTo(0))
                .body("payload.inventory.recent_activity.window_days", equalTo(14))
                .body("payload.coverage.recent_surveys.state", equalTo("not_connected"))
                .body("payload.coverage.recent_surveys.as_of", nullValue())
                .body("payload.coverage.signal_source_configs.state", equalTo("complete"))
                .body("payload.coverage.products_in_use.state", equalTo("derived"))
                .body("payload.coverage.size()", equalTo(19));
    }

    @Test
    void whatPeopleChangedIsCounted() {
        scouts.inbox().post("source_configs", Map.of("source_product", "github", "source_type", "issue"));

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> asScout("?force_refresh=true")
                .then()
                .body("payload.inventory.recent_activity.by_scope.scope", hasItem("SignalSourceConfig"))
                .body("payload.inventory.recent_activity.by_scope[0].users", equalTo(1)));
    }

    @Test
    void onlyTheLastFourteenDaysOfActivityCount() {
        pool.preparedQuery("""
                        insert into scout_activity (project_id, activity_id, scope, user_id, at)
                        values ($1, gen_random_uuid(), 'Dataset', 1, now() - interval '15 days'),
                               ($1, gen_random_uuid(), 'ReplayScanner', 1, now() - interval '13 days'),
                               ($1, gen_random_uuid(), 'Evaluation', 1, now()),
                               ($1, gen_random_uuid(), 'Evaluation', 2, now()),
                               ($1, gen_random_uuid(), 'Evaluation', 2, now())""").execute(Tuple.of(scouts.project().id())).await().indefinitely();

        asScout("?force_refresh=true")
                .then()
                .body("payload.inventory.recent_activity.by_scope.scope", contains("Evaluation", "ReplayScanner"))
                .body("payload.inventory.recent_activity.by_scope.edits", contains(3, 1))
                .body("payload.inventory.recent_activity.by_scope.users", contains(2, 1));
    }

    @Test
    void aProductIsInUseOnceSomethingOfItIsSetUp() {
        asScout("?force_refresh=true").then().body("payload.inventory.products_in_use", empty());
        pool.preparedQuery("""
                        insert into scout_roster (project_id, scope, item_id, name, there, enabled, heard_at, changed_at)
                        values ($1, 'ReplayScanner', 's', 'n', true, false, now(), now()),
                               ($1, 'Dataset', 'd', 'n', false, false, now(), now())""").execute(Tuple.of(scouts.project().id())).await().indefinitely();

        asScout("?force_refresh=true").then().body("payload.inventory.products_in_use", contains("replay_vision"));
    }

    /** As if all projections had last been up to date so long ago. */
    private void beat(String ago) {
        pool.preparedQuery("insert into scout_heartbeat select c, now() - $1::text::interval"
                        + " from unnest(array['scout-events', 'scout-observations', 'scout-evaluations', 'scout-activity'])"
                        + " as c"
                        + " on conflict (channel) do update set beat_at = excluded.beat_at")
                .execute(Tuple.of(ago))
                .await()
                .indefinitely();
    }

    @Test
    void countersThatAreOutOfDateAreNotTakenForNoEvents() {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            beat("16 minutes");
            asScout("?force_refresh=true")
                    .then()
                    .body("payload.inventory.top_events", nullValue())
                    .body("payload.coverage.top_events.state", equalTo("stale"))
                    .body("payload.coverage.recent_activity.state", equalTo("stale"))
                    .body("payload.coverage.products_in_use.state", equalTo("stale"));
        });
        beat("14 minutes");

        asScout("?force_refresh=true")
                .then()
                .body("payload.inventory.top_events", empty())
                .body("payload.coverage.top_events.state", equalTo("complete"))
                .body("payload.coverage.recent_activity.state", equalTo("derived"));
        beat("0 minutes");
    }

    private Response handIn(String section, Object body) {
        return scouts.inbox().put("scout/inventory/" + section, body);
    }

    @Test
    void aSectionIsHandedInAndGrowsOld() {
        asScout("");
        Map<String, Object> survey =
                Map.of("id", "s1", "name", "NPS", "type", "popover", "status", "running", "colour", "red");

        handIn("recent_surveys", Map.of("total_count", 9, "active_count", 2, "recent", Collections.nCopies(7, survey)))
                .then()
                .statusCode(200)
                .body("content.recent", hasSize(5));

        asScout("")
                .then()
                .body("payload.inventory.recent_surveys.total_count", equalTo(9))
                .body("payload.inventory.recent_surveys.recent[0].updated_at", nullValue())
                .body("payload.coverage.recent_surveys.state", equalTo("ingested"));
        pool.preparedQuery("update scout_inventory set received_at = now() - interval '8 days' where project_id = $1")
                .execute(Tuple.of(scouts.project().id()))
                .await()
                .indefinitely();
        asScout("?force_refresh=true")
                .then()
                .body("payload.inventory.recent_surveys.total_count", equalTo(0))
                .body("payload.coverage.recent_surveys.state", equalTo("stale"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "top_events|[]|section",
                "nonsense|[]|section",
                "recent_surveys|[]|total_count",
                "recent_surveys|{\"total_count\":-1}|total_count",
                "recent_surveys|{\"total_count\":1,\"active_count\":1}|recent",
                "recent_surveys|{\"total_count\":1,\"active_count\":1,\"recent\":[{\"id\":1}]}|recent__0__id",
                "product_intents|{}|product_intents",
                "product_intents|[{\"product_type\":\"a\",\"created_at\":\"soon\"}]|product_intents__0__created_at",
            })
    void aSectionThatIsNotWellFormedIsRefused(String section, String body, String attr) {
        handIn(section, Json.read(body, JsonNode.class)).then().statusCode(400).body("attr", equalTo(attr));
    }

    @Test
    void handingInNeedsTheRightToWrite() {
        Scouts.with(scouts.internalKey())
                .body("[]")
                .put(scouts.path("inventory/product_intents"))
                .then()
                .statusCode(403);
        handIn("product_intents", List.of()).then().statusCode(200);
    }
}
