package dev.sightline.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.sightline.time.InstantDeserializer;
import dev.sightline.time.InstantSerializer;
import java.io.UncheckedIOException;
import java.time.Instant;

/**
 * Reads and writes the JSON that crosses a boundary: member names in snake case, absent members written as null,
 * instants and numbers as spec/platform.md A.8 prints them, enums by their {@link Wire} names, unknown members ignored on
 * reading.
 */
public final class Json {

    private static final ObjectMapper MAPPER = configure(new ObjectMapper());

    private Json() {}

    /** The shared mapper. Do not reconfigure it: {@link ObjectMapper#copy()} first. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    /** Applies Sightline's conventions to a mapper and returns it. */
    public static ObjectMapper configure(ObjectMapper mapper) {
        return mapper.setAnnotationIntrospector(AnnotationIntrospector.pair(
                        new WireNames(), mapper.getSerializationConfig().getAnnotationIntrospector()))
                .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .registerModule(new JavaTimeModule())
                .registerModule(new SimpleModule("sightline")
                        .addSerializer(Double.class, new FiniteNumber())
                        .addSerializer(double.class, new FiniteNumber())
                        .addSerializer(Instant.class, new InstantSerializer())
                        .addDeserializer(Instant.class, new InstantDeserializer()));
    }

    /** The JSON text of a value. */
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The value a JSON text stands for.
     *
     * @throws UncheckedIOException if the text is not JSON or does not fit the type
     */
    public static <T> T read(String text, Class<T> type) {
        try {
            return MAPPER.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The tree of a value, as {@link #write} would print it. */
    public static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }
}
