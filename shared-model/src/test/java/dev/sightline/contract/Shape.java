package dev.sightline.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sightline.time.Timestamps;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Compares an answer with the shape the contract gives it: an object lists its members, an array has one element that
 * stands for all, a text names the type of a leaf. Any member may be null; none may be missing; none may be there that
 * the contract does not name and the caller does not allow.
 */
public final class Shape {

    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern DATE_TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{6})?Z");

    private static final JsonNode NUMBER = TextNode.valueOf("number");

    /** Numbers with fractions whose example in the contract happens to be whole. */
    private static final Set<String> FRACTIONS = Set.of("sampling_rate", "total_weight", "confidence", "weight");

    private final Set<String> allowedExtras;
    private final List<String> deviations = new ArrayList<>();

    private Shape(Set<String> allowedExtras) {
        this.allowedExtras = allowedExtras;
    }

    /** What is wrong with the answer, a line each; empty if nothing is. */
    public static List<String> deviations(JsonNode shape, JsonNode actual, Set<String> allowedExtras) {
        Shape check = new Shape(allowedExtras);
        check.compare("", shape, actual);
        return check.deviations;
    }

    private void compare(String at, JsonNode shape, JsonNode actual) {
        if (actual.isNull()) {
            return;
        }
        if (shape.isObject()) {
            compareObject(at, shape, actual);
        } else if (shape.isArray()) {
            compareArray(at, shape, actual);
        } else if (!fits(shape.asText(), actual)) {
            deviations.add(at + ": expected " + shape.asText() + ", got " + actual);
        }
    }

    private void compareObject(String at, JsonNode shape, JsonNode actual) {
        if (!actual.isObject()) {
            deviations.add(at + ": expected an object, got " + actual.getNodeType());
            return;
        }
        if (shape.isEmpty()) {
            return;
        }
        shape.fieldNames().forEachRemaining(name -> {
            JsonNode value = actual.path(name);
            if (value instanceof MissingNode) {
                deviations.add(at + "/" + name + ": missing");
            } else {
                compare(at + "/" + name, FRACTIONS.contains(name) ? NUMBER : shape.get(name), value);
            }
        });
        actual.fieldNames().forEachRemaining(name -> {
            if (!shape.has(name) && !allowedExtras.contains(name)) {
                deviations.add(at + "/" + name + ": not in the contract");
            }
        });
    }

    private void compareArray(String at, JsonNode shape, JsonNode actual) {
        if (!actual.isArray()) {
            deviations.add(at + ": expected an array, got " + actual.getNodeType());
            return;
        }
        for (int i = 0; i < actual.size() && !shape.isEmpty(); i++) {
            compare(at + "/" + i, shape.get(0), actual.get(i));
        }
    }

    private static boolean fits(String type, JsonNode actual) {
        return switch (type) {
            case "any" -> true;
            case "string" -> actual.isTextual();
            case "integer" -> actual.isIntegralNumber();
            case "number" -> actual.isNumber();
            case "boolean" -> actual.isBoolean();
            case "uuid" ->
                actual.isTextual() && UUID_TEXT.matcher(actual.textValue()).matches();
            case "date-time" ->
                actual.isTextual()
                        && DATE_TIME.matcher(actual.textValue()).matches()
                        && Timestamps.parse(actual.textValue()).isPresent();
            default -> throw new IllegalArgumentException("type " + type + " of the contract is unknown");
        };
    }
}
