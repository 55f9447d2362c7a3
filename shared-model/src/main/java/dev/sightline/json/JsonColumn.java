package dev.sightline.json;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/**
 * Maps a {@code jsonb} column that may hold any JSON value. Hibernate Reactive's own JSON type reads objects only, so
 * such a column travels as text:
 *
 * <pre>{@code
 * @Convert(converter = JsonColumn.class)
 * @ColumnTransformer(read = "metadata::text", write = JsonColumn.WRITE)
 * JsonNode metadata;
 * }</pre>
 */
@Converter
public final class JsonColumn implements AttributeConverter<JsonNode, String> {

    /** How a text parameter becomes {@code jsonb}. */
    public static final String WRITE = "?::text::jsonb";

    @Override
    public String convertToDatabaseColumn(JsonNode value) {
        return value == null ? null : Json.write(value);
    }

    @Override
    public JsonNode convertToEntityAttribute(String text) {
        return text == null ? null : Json.read(text, JsonNode.class);
    }
}
