package dev.sightline.observability.evaluation.condition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.api.body.DefaultTo;
import dev.sightline.api.body.Required;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Filters of which all must hold, and the share of the events that pass them.
 *
 * @param id chosen by the client
 */
public record ConditionSet(
        @Required @Size(max = 100) String id,

        @DecimalMin("0") @DecimalMax("100") @DefaultTo("100")
        double rolloutPercentage,

        @Size(max = ConditionSet.MOST_FILTERS) @DefaultTo("[]")
        List<ObjectNode> properties) {

    static final int MOST_FILTERS = 50;
}
