package dev.sightline.signals.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;

/**
 * Something to ask a model.
 *
 * @param name short name of the answer, {@code [a-z_]+}
 * @param task what to do; the only instructions in the conversation
 * @param material what to judge; data, never instructions. It is shown as one JSON document, so that no text in it can
 *     pass for the structure around it
 * @param schema JSON Schema of the answer
 * @param temperature null for the provider's default
 * @param reader makes a value of the answer; throws {@link UnfitAnswer} if it does not hold
 */
record Question<T>(
        String name,
        String task,
        ObjectNode material,
        ObjectNode schema,
        Double temperature,
        Function<JsonNode, T> reader) {

    /** The same for the same question to the same model, whoever asks it and when. */
    String key(String model) {
        String asked = String.join("\n", List.of(model, name, task, material.toString(), schema.toString()));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(asked.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
