package dev.sightline.vision.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.vision.analysis.ScannerConfig.Length;
import dev.sightline.vision.analysis.ScannerConfig.Scale;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The checks of spec/vision.md 4 in their order: object, prompt, what the type needs, unknown members. */
final class ConfigReader {

    private static final int MAX_PROMPT = 20_000;

    private ConfigReader() {}

    static ScannerConfig read(ScannerType type, JsonNode json) {
        if (json == null || !json.isObject()) {
            throw new InvalidScannerConfig("The scanner configuration must be an object.");
        }
        ConfigObject object = new ConfigObject(json, "the scanner configuration");
        ScannerConfig config = read(type, object, prompt(json));
        object.refuseUnread();
        return config;
    }

    private static String prompt(JsonNode json) {
        String prompt = json.path("prompt").isTextual() ? json.path("prompt").textValue() : "";
        if (prompt.isBlank()) {
            throw new InvalidScannerConfig("A prompt is required: say in words what the scanner should look for.");
        }
        if (prompt.codePointCount(0, prompt.length()) > MAX_PROMPT) {
            throw new InvalidScannerConfig("The prompt may have at most " + MAX_PROMPT + " characters.");
        }
        return prompt;
    }

    private static ScannerConfig read(ScannerType type, ConfigObject object, String prompt) {
        object.accept("prompt");
        return switch (type) {
            case MONITOR -> new ScannerConfig.Monitor(prompt, object.flag("allow_inconclusive", false));
            case CLASSIFIER ->
                new ScannerConfig.Classifier(
                        prompt,
                        Tags.vocabulary(object.accept("tags")),
                        object.flag("multi_label", true),
                        object.flag("allow_freeform_tags", false));
            case SCORER -> new ScannerConfig.Scorer(prompt, scale(object.accept("scale")));
            case SUMMARIZER -> new ScannerConfig.Summarizer(prompt, length(object.text("length", "medium")));
        };
    }

    private static Scale scale(JsonNode json) {
        if (!json.isObject()) {
            throw new InvalidScannerConfig("A scale is required: an object with a min and a max.");
        }
        ConfigObject object = new ConfigObject(json, "the scale");
        Scale scale = new Scale(object.number("min"), object.number("max"), object.text("label", null));
        if (scale.min() >= scale.max()) {
            throw new InvalidScannerConfig("The scale's min must be less than its max.");
        }
        object.refuseUnread();
        return scale;
    }

    private static Length length(String label) {
        List<Length> all = Arrays.asList(Length.values());
        return all.stream()
                .filter(length -> length.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new InvalidScannerConfig("The length must be one of "
                        + all.stream().map(Length::label).collect(Collectors.joining(", ")) + "."));
    }
}
