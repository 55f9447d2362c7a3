package dev.sightline.observability.capture.ai;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** The events that describe what a language model did, and what ingestion adds to their properties. */
@ApplicationScoped
public class AiEvents {

    /** One call of a model that answers. */
    public static final String GENERATION = "$ai_generation";

    /** One call of a model that embeds. */
    public static final String EMBEDDING = "$ai_embedding";

    /** One step of any other kind. */
    public static final String SPAN = "$ai_span";

    /** Every name (spec/observability.md 9.1). */
    public static final Set<String> NAMES =
            Set.of(GENERATION, EMBEDDING, SPAN, "$ai_trace", "$ai_metric", "$ai_feedback", "$ai_evaluation");

    private static final Set<String> CALLS = Set.of(GENERATION, EMBEDDING);

    private final Costs costs;
    private final Counter dropped;

    AiEvents(PriceList prices, MeterRegistry metrics) {
        this.costs = new Costs(prices);
        this.dropped = metrics.counter("sightline.capture.ai.identifiers.dropped");
    }

    /** Completes the properties of an event in place; those of any other event stay as they are. */
    public void complete(String event, ObjectNode properties) {
        if (!NAMES.contains(event)) {
            return;
        }
        dropped.increment(Identifiers.toText(properties));
        Errors.normalize(properties);
        if (CALLS.contains(event)) {
            Parameters.lift(properties);
            costs.add(properties);
        }
    }
}
