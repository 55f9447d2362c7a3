package dev.sightline.signals.scout.fleet;

import static org.hamcrest.Matchers.equalTo;

import dev.sightline.signals.scout.Scouts;
import dev.sightline.signals.scout.Settings;
import dev.sightline.signals.scout.config.FleetSync;
import dev.sightline.testing.ServersResource;
import dev.sightline.testing.TestDirectory;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServersResource.class)
class SkillUpgradeTest {

    private static final SkillText OLDER = new SkillText("As it was", "Look around as one did.", List.of());

    private final Scouts scouts = Scouts.of(TestDirectory.newProject());

    @Inject
    FleetSync fleet;

    @Inject
    Settings settings;

    @Inject
    Fleet shipped;

    @Inject
    Pool pool;

    /** As if an earlier version of Sightline had shipped it. */
    private void shippedBefore(String name, String body) {
        pool.preparedQuery(
                        "update scout_skill set description = $3, body = $4, allowed_tools = '{}', canonical_hash = $5"
                                + " where project_id = $1 and name = $2")
                .execute(Tuple.of(scouts.project().id(), name, OLDER.description(), body, OLDER.fingerprint()))
                .await()
                .indefinitely();
    }

    @Test
    void anUpgradeReachesProjectsThatDoNotAskForIt() {
        scouts.sync();
        shippedBefore(Scouts.GENERAL, OLDER.body());
        shippedBefore("signals-scout-replay-vision", "Look at the checkout alone.");

        settings.all().flatMap(fleet::refresh).await().indefinitely();

        String description = shipped.find(Scouts.GENERAL).orElseThrow().text().description();
        scouts.get("skills")
                .then()
                .body("find { it.name == '" + Scouts.GENERAL + "' }.version", equalTo(2))
                .body("find { it.name == '" + Scouts.GENERAL + "' }.description", equalTo(description))
                .body("find { it.name == 'signals-scout-replay-vision' }.body", equalTo("Look at the checkout alone."));
    }
}
