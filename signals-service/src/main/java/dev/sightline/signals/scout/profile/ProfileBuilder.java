package dev.sightline.signals.scout.profile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.auth.Directory;
import dev.sightline.auth.Organization;
import dev.sightline.json.Json;
import dev.sightline.signals.scout.ProjectSettings;
import dev.sightline.signals.scout.Settings;
import dev.sightline.signals.scout.profile.Coverage.State;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/** Gathers the facts of a project section by section (spec/scouts.md 12.2, 15.2). */
@ApplicationScoped
class ProfileBuilder {

    private final Settings settings;
    private final Directory directory;
    private final EventSections events;
    private final Clock clock;

    ProfileBuilder(Settings settings, Directory directory, EventSections events, Clock clock) {
        this.settings = settings;
        this.directory = directory;
        this.events = events;
        this.clock = clock;
    }

    /** The payload of the project's profile as it is now. */
    Uni<ObjectNode> build(SqlClient tx, int projectId) {
        Instant now = clock.instant();
        Build build = new Build(tx, projectId, now, new Inventory(now));
        return settings.of(tx, projectId)
                .invoke(known -> context(build, known))
                .chain(() -> StoredSections.add(build))
                .chain(() -> events.add(build))
                .invoke(() -> integrations(build))
                .map(done -> build.inventory().payload());
    }

    private static void context(Build build, ProjectSettings known) {
        ObjectNode context = Json.mapper().createObjectNode();
        context.put("product_description", known.productDescription());
        known.appUrls().forEach(context.putArray("app_urls")::add);
        build.inventory().put("project_context", context, State.COMPLETE);
    }

    private void integrations(Build build) {
        ArrayNode integrations = Json.mapper().createArrayNode();
        directory
                .organizationOf(build.projectId())
                .map(Organization::github)
                .filter(connections -> !connections.isEmpty())
                .ifPresent(connections ->
                        integrations.addObject().put("kind", "github").putNull("created_at"));
        build.inventory().put("integrations", integrations, State.COMPLETE);
    }
}
