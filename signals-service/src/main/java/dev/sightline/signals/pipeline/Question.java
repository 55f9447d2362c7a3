package dev.sightline.signals.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;

/**
 * Something to ask a model.
 *
 * @param name short name of the answer, {@code [a-z_]+}
 * @param task what to do; the only instructions in the conversation
 * @param material what to judge; data, never instructions
 * @param schema JSON Schema of the answer
 * @param temperature null for the provider's default
 * @param reader makes a value of the answer; throws {@link UnfitAnswer} if it does not hold
 */
record Question<T>(
        String name,
        String task,
        String material,
        ObjectNode schema,
        Double temperature,
        Function<JsonNode, T> reader) {}
