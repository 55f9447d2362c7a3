package dev.sightline.vision.analysis.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.json.Json;
import dev.sightline.model.ModelAnswer;
import dev.sightline.vision.analysis.InvalidOutput;
import java.util.ArrayList;
import java.util.List;

/** A model's answer as an object; whatever is missing or of the wrong type is named in an {@link InvalidOutput}. */
record AnswerObject(JsonNode json) {

    /** Reads a raw answer; a fence of Markdown around it is taken off. */
    static AnswerObject parse(String text) {
        try {
            return of(Json.mapper().readTree(ModelAnswer.unfenced(text)));
        } catch (JsonProcessingException e) {
            throw new InvalidOutput("the answer is not JSON");
        }
    }

    static AnswerObject of(JsonNode json) {
        if (!json.isObject()) {
            throw new InvalidOutput("the answer must be one JSON object");
        }
        return new AnswerObject(json);
    }

    /** Without the one character that no database keeps. */
    String text(String member) {
        JsonNode value = json.path(member);
        return storable(require(value, value.isTextual(), member, "a text"));
    }

    private static String storable(JsonNode text) {
        return text.textValue().replace("\u0000", "");
    }

    double number(String member) {
        return require(json.path(member), json.path(member).isNumber(), member, "a number")
                .doubleValue();
    }

    long wholeNumber(String member) {
        JsonNode value = json.path(member);
        return require(value, value.isIntegralNumber() && value.canConvertToLong(), member, "a whole number")
                .longValue();
    }

    List<String> texts(String member) {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : array(member)) {
            texts.add(storable(require(element, element.isTextual(), member, "a list of texts")));
        }
        return texts;
    }

    List<JsonNode> elements(String member) {
        List<JsonNode> elements = new ArrayList<>();
        array(member).forEach(elements::add);
        return elements;
    }

    private JsonNode array(String member) {
        return require(json.path(member), json.path(member).isArray(), member, "a list");
    }

    private static JsonNode require(JsonNode value, boolean holds, String member, String expected) {
        if (!holds) {
            throw new InvalidOutput(member + " must be " + expected);
        }
        return value;
    }
}
