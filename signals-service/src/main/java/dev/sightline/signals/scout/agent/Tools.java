package dev.sightline.signals.scout.agent;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.json.Json;
import dev.sightline.signals.scout.run.ScoutRun;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.BiFunction;

/** Tools that belong together, each a call of the feature that does the work, bound to the run's project. */
interface Tools {

    List<Tool> tools();

    /** A tool that answers with the JSON of what a call returns. */
    static Tool tool(String name, String description, BiFunction<ScoutRun, Arguments, Uni<?>> action) {
        return new Simple(name, description, action);
    }

    /** A tool by its parts. */
    record Simple(String name, String description, BiFunction<ScoutRun, Arguments, Uni<?>> action) implements Tool {

        @Override
        public Uni<JsonNode> use(ScoutRun run, Arguments arguments) {
            return action.apply(run, arguments).map(Json::tree);
        }
    }
}
