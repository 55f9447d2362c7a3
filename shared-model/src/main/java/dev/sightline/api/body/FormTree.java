package dev.sightline.api.body;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.json.Json;
import java.util.Optional;

/** Turns a form into the JSON body that would say the same (spec/platform.md A.7). */
final class FormTree {

    private static final ObjectReader JSON =
            Json.mapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private FormTree() {}

    static ObjectNode of(Form form, Shape<?> shape) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        for (Member member : shape.members()) {
            value(form, member).ifPresent(value -> body.set(member.name(), value));
        }
        return body;
    }

    private static Optional<JsonNode> value(Form form, Member member) {
        if (!form.has(member.name())) {
            return absent(member);
        }
        JsonNode text = form.last(member.name());
        return switch (member.kind().style()) {
            case TEXT, FLAG -> text.textValue().isEmpty() ? empty(text, member.rules()) : Optional.of(text);
            case LIST -> Optional.of(Json.tree(form.all(member.name())));
            case JSON -> Optional.of(json(text.textValue()));
        };
    }

    /** A form has no other way to say false than to leave the field out; a change leaves out what it does not touch. */
    private static Optional<JsonNode> absent(Member member) {
        boolean says =
                member.kind().style() == Kind.Style.FLAG && !member.rules().patch();
        return says ? Optional.of(member.rules().nullable() ? NullNode.instance : BooleanNode.FALSE) : Optional.empty();
    }

    private static Optional<JsonNode> empty(JsonNode text, Member.Rules rules) {
        if (rules.allowBlank()) {
            return Optional.of(text);
        }
        if (rules.nullable()) {
            return Optional.of(NullNode.instance);
        }
        return rules.required() || rules.patch() ? Optional.of(text) : Optional.empty();
    }

    /** A missing node for what is no JSON: {@link Member} complains when it is that member's turn. */
    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
