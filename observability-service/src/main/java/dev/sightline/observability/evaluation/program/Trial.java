package dev.sightline.observability.evaluation.program;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.api.ApiException;
import dev.sightline.api.body.DefaultTo;
import dev.sightline.api.body.Required;
import dev.sightline.api.body.Untrimmed;
import dev.sightline.observability.evaluation.condition.ConditionSet;
import dev.sightline.observability.evaluation.condition.Conditions;
import dev.sightline.observability.evaluation.condition.SaveTime;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;

/** A program and which events to try it on. Of the conditions only their filters count. */
record Trial(
        @Required @Untrimmed @Size(max = Trial.MOST_CHARACTERS)
        String source,

        @Min(1) @Max(10) @DefaultTo("5") int sampleCount,
        @DefaultTo("false") boolean allowsNa,
        @Size(max = Trial.MOST_SETS) @DefaultTo("[]") List<Filters> conditions) {

    static final int MOST_CHARACTERS = 64 << 10;
    static final int MOST_SETS = 50;

    Trial {
        if (source.isBlank()) {
            throw ApiException.invalid("source", "blank", "This field may not be blank.");
        }
    }

    /** The filters of a condition set. */
    record Filters(@Size(max = 50) @DefaultTo("[]") List<ObjectNode> properties) {}

    /** @throws dev.sightline.api.ApiException if a filter cannot work */
    Conditions compiled(SaveTime now) {
        List<ConditionSet> sets = conditions.stream()
                .map(set -> new ConditionSet("", 100, set.properties()))
                .toList();
        Conditions.check(sets, now);
        return Conditions.compile(sets, now);
    }
}
