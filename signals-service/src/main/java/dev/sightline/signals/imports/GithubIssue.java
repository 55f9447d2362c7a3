package dev.sightline.signals.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.event.SignalEmitted;
import dev.sightline.json.Json;
import dev.sightline.signals.signal.SignalSource;
import dev.sightline.time.Timestamps;
import dev.sightline.time.UuidV7;
import java.time.Instant;
import java.util.List;

/** An issue as GitHub's REST API describes it, version 2022-11-28. */
record GithubIssue(JsonNode json) {

    static final SignalSource SOURCE = new SignalSource("github", "issue");

    private static final List<String> TEXTS = List.of("title", "state", "html_url", "created_at", "updated_at");

    /** Whether everything is there that a signal needs. */
    static boolean fits(JsonNode entry) {
        return entry.path("id").isIntegralNumber()
                && entry.path("number").isInt()
                && TEXTS.stream().allMatch(name -> entry.path(name).isTextual())
                && Timestamps.parse(entry.path("created_at").textValue()).isPresent();
    }

    /** Lists of issues hold pull requests too; and only what is open counts. */
    static boolean isIssue(JsonNode entry) {
        return !entry.has("pull_request") && !entry.path("state").textValue().equals("closed");
    }

    boolean hasBody() {
        return !json.path("body").asText("").isBlank();
    }

    Instant createdAt() {
        return Timestamps.parse(text("created_at")).orElseThrow();
    }

    /** The signal, named by the issue: however often it is emitted, it is kept once. */
    SignalEmitted signal(int projectId, String description, Instant now) {
        return new SignalEmitted(
                projectId,
                UuidV7.next(),
                SOURCE.product(),
                SOURCE.type(),
                json.path("id").asText(),
                description,
                1,
                extra(),
                true,
                Timestamps.micros(now));
    }

    /** Title and text, whole. */
    String description() {
        return text("title") + "\n" + text("body").strip();
    }

    private ObjectNode extra() {
        ObjectNode extra = Json.mapper()
                .createObjectNode()
                .put("html_url", text("html_url"))
                .put("number", json.path("number").intValue());
        extra.set("labels", labels());
        extra.put("created_at", text("created_at"))
                .put("updated_at", text("updated_at"))
                .put("locked", json.path("locked").asBoolean())
                .put("state", text("state"));
        putText(extra, "author_login", json.path("user").path("login"));
        putText(extra, "author_association", json.path("author_association"));
        return extra;
    }

    private static void putText(ObjectNode extra, String name, JsonNode value) {
        if (value.isTextual()) {
            extra.set(name, value);
        }
    }

    /** A label is an object or, in old repositories, its name alone. */
    private ArrayNode labels() {
        ArrayNode names = Json.mapper().createArrayNode();
        json.path("labels")
                .forEach(label -> names.add(
                        label.isTextual()
                                ? label.textValue()
                                : label.path("name").asText()));
        return names;
    }

    private String text(String name) {
        return json.path(name).asText("");
    }
}
