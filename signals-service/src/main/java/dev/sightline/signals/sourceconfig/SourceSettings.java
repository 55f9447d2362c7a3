package dev.sightline.signals.sourceconfig;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.api.ApiException;
import dev.sightline.signals.github.Repository;
import dev.sightline.signals.signal.SignalSource;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** What the {@code config} of a source may hold (spec/signals.md 8.1). Members that nothing reads are free. */
final class SourceSettings {

    static final SignalSource SESSION_ANALYSIS = new SignalSource("session_replay", "session_analysis_cluster");
    private static final SignalSource EVALUATION = new SignalSource("llm_analytics", "evaluation");
    private static final Set<String> IMPORTS =
            Set.of("github", "linear", "zendesk", "conversations", "pganalyze", "jira", "gitlab", "sentry");
    private static final int MAX_STEERING = 2_000;
    private static final double DEFAULT_SAMPLE_RATE = 0.1;

    private SourceSettings() {}

    /** The settings of a new source with what it gets when the request does not say. */
    static ObjectNode withDefaults(SignalSource source, ObjectNode config) {
        return source.equals(SESSION_ANALYSIS) && !config.has("sample_rate")
                ? config.deepCopy().put("sample_rate", DEFAULT_SAMPLE_RATE)
                : config;
    }

    /** Refuses settings that the source cannot work with: a 400 on {@code config}. */
    static void check(SignalSource source, JsonNode config) {
        if (source.equals(SESSION_ANALYSIS)) {
            check(config.path("recording_filters"), JsonNode::isObject, "recording_filters must be an object.");
            check(config.path("sample_rate"), SourceSettings::isShare, "sample_rate must be a number from 0 to 1.");
        } else if (source.equals(EVALUATION)) {
            check(config.path("evaluation_ids"), SourceSettings::isTexts, "evaluation_ids must be a list of texts.");
        } else if (IMPORTS.contains(source.product())) {
            check(config.path("steering"), SourceSettings::isSteering, "steering must be at most 2000 characters.");
            check(
                    config.path("default_not_actionable"),
                    JsonNode::isBoolean,
                    "default_not_actionable must be true or false.");
            check(
                    config.path("repositories"),
                    SourceSettings::isRepositories,
                    "repositories must be a list of texts of the form owner/name.");
        }
    }

    private static boolean isRepositories(JsonNode value) {
        return isTexts(value)
                && StreamSupport.stream(value.spliterator(), false)
                        .allMatch(name -> Repository.parse(name.textValue()).isPresent());
    }

    private static void check(JsonNode value, Predicate<JsonNode> good, String complaint) {
        if (!value.isMissingNode() && !good.test(value)) {
            throw ApiException.invalid("config", complaint);
        }
    }

    private static boolean isShare(JsonNode value) {
        return value.isNumber() && value.doubleValue() >= 0 && value.doubleValue() <= 1;
    }

    private static boolean isTexts(JsonNode value) {
        return value.isArray()
                && StreamSupport.stream(value.spliterator(), false).allMatch(JsonNode::isTextual);
    }

    private static boolean isSteering(JsonNode value) {
        return value.isTextual() && value.textValue().length() <= MAX_STEERING;
    }
}
