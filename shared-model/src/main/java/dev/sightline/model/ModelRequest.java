package dev.sightline.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;

/**
 * One question to a model.
 *
 * @param model the provider's name of the model
 * @param messages oldest first; the last one is the user's
 * @param schemaName short name of the answer, {@code [a-z_]+}
 * @param schema JSON Schema the answer must satisfy; null if the messages say what it must look like
 * @param temperature null for the provider's default
 * @param timeout of the whole call
 */
public record ModelRequest(
        String model,
        List<ModelMessage> messages,
        String schemaName,
        ObjectNode schema,
        Double temperature,
        int maxAnswerTokens,
        Duration timeout) {}
