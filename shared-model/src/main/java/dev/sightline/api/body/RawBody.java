package dev.sightline.api.body;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.sightline.api.ApiException;
import dev.sightline.json.Json;
import dev.sightline.json.JsonSyntax;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * A request body before it means anything (spec/platform.md A.7).
 *
 * @param contentType the header as sent; empty for none
 */
public record RawBody(byte[] bytes, String contentType) {

    /** The most bytes a REST body may have. */
    public static final int LIMIT = 20 * 1024 * 1024;

    private static final ObjectReader JSON =
            Json.mapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /**
     * The text of one top-level member, whatever the encoding; empty if the body has none or cannot be read, which is
     * not the time to complain about.
     */
    public Optional<String> text(String name) {
        try {
            JsonNode value = isForm() ? Form.parse(this).last(name) : json().get(name);
            return Optional.ofNullable(value).filter(JsonNode::isTextual).map(JsonNode::textValue);
        } catch (ApiException e) {
            return Optional.empty();
        }
    }

    /** Whether the content type is one that can carry members. */
    public boolean isReadable() {
        return isForm() || isJson();
    }

    boolean isEmpty() {
        return bytes.length == 0;
    }

    boolean isJson() {
        return mediaType().equals("application/json");
    }

    boolean isForm() {
        return mediaType().equals("application/x-www-form-urlencoded") || isMultipart();
    }

    boolean isMultipart() {
        return mediaType().equals("multipart/form-data");
    }

    private String mediaType() {
        return contentType.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
    }

    /** The JSON tree; a body that is none is refused with the place where it stops being one. */
    JsonNode json() {
        String text = text();
        try {
            JsonNode tree = JSON.readTree(text);
            if (tree.isMissingNode()) {
                throw ApiException.unreadable(JsonSyntax.complaint(text).orElseThrow());
            }
            return tree;
        } catch (JsonProcessingException e) {
            throw ApiException.unreadable(JsonSyntax.complaint(text, e));
        }
    }

    private String text() {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw ApiException.unreadable("JSON parse error - the body is not UTF-8 text");
        }
    }
}
