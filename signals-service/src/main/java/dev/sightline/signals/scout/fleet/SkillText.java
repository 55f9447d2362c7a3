package dev.sightline.signals.scout.fleet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What instructs a scout.
 *
 * @param description one line for people
 * @param body the instructions
 * @param allowedTools the only tools it may use; empty for all
 */
public record SkillText(String description, String body, List<String> allowedTools) {

    public SkillText {
        allowedTools = List.copyOf(allowedTools);
    }

    /** SHA-256 that two texts share only if they say the same; the order of the tools does not count. */
    String fingerprint() {
        ObjectNode content =
                Json.mapper().createObjectNode().put("description", description).put("body", body);
        allowedTools.stream().sorted().forEach(content.putArray("allowed_tools")::add);
        return hex("SHA-256", Json.write(content));
    }

    /** The body's MD5 as the database computes it, so that a body can be recognised without being read. */
    String bodyDigest() {
        return hex("MD5", body);
    }

    private static String hex(String algorithm, String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
