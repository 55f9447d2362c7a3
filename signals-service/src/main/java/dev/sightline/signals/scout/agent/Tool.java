package dev.sightline.signals.scout.agent;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.signals.scout.run.ScoutRun;
import io.smallrye.mutiny.Uni;

/** Something the model can do during a run. */
interface Tool {

    /** How the model, and a skill's {@code allowed_tools}, call it. */
    String name();

    /** One line for the model: what it does and which arguments it takes. */
    String description();

    /** What it answers; fails with an {@code ApiException} for arguments that make no sense. */
    Uni<JsonNode> use(ScoutRun run, Arguments arguments);
}
