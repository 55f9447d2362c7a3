package dev.sightline.model.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.json.Json;
import dev.sightline.model.ModelException.Complaint;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Reads from a refusal what the provider complains of, by its error codes and by the request's members that it names. */
final class Complaints {

    private static final Set<String> QUOTA_CODES =
            Set.of("insufficient_quota", "billing_hard_limit_reached", "billing_not_active", "billing_error");

    /** How Anthropic says it, in an error of no particular type. */
    private static final String NO_CREDIT = "credit balance is too low";

    private static final Set<Integer> UNPROCESSABLE = Set.of(400, 422);
    private static final List<String> SCHEMA_MEMBERS = List.of(
            "response_format",
            "json_schema",
            "output_format",
            "response_schema",
            "responseSchema",
            "responseJsonSchema",
            "response_mime_type",
            "responseMimeType");

    private Complaints() {}

    static Complaint of(ProviderReply reply) {
        if (reply.status() == 402 || complainsOfQuota(reply.body())) {
            return Complaint.QUOTA;
        }
        return UNPROCESSABLE.contains(reply.status()) && SCHEMA_MEMBERS.stream().anyMatch(reply.body()::contains)
                ? Complaint.SCHEMA
                : Complaint.OTHER;
    }

    private static boolean complainsOfQuota(String body) {
        JsonNode error = tree(body).path("error");
        return QUOTA_CODES.contains(error.path("code").asText())
                || QUOTA_CODES.contains(error.path("type").asText())
                || error.path("message").asText().contains(NO_CREDIT)
                || error.findValuesAsText("quotaId").stream().anyMatch(Complaints::isDaily);
    }

    /** Google names the quota that is used up; one of a minute is a rate. */
    private static boolean isDaily(String quotaId) {
        return quotaId.contains("PerDay");
    }

    private static JsonNode tree(String body) {
        try {
            return Json.mapper().readTree(body.getBytes(UTF_8));
        } catch (IOException notJson) {
            return Json.mapper().nullNode();
        }
    }
}
