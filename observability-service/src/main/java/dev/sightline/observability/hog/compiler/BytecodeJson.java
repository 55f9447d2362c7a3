package dev.sightline.observability.hog.compiler;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.util.List;

/** Bytecode as the JSON array that machines exchange. */
public final class BytecodeJson {

    private static final TypeReference<List<Object>> ITEMS = new TypeReference<>() {};
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS)
            .build();

    private BytecodeJson() {}

    /**
     * The items of a JSON array.
     *
     * @throws dev.sightline.observability.hog.grammar.HogCompileException if the text is no such array
     */
    public static List<Object> read(String json) {
        try {
            List<Object> items = MAPPER.readValue(json, ITEMS);
            if (items != null) {
                return items;
            }
        } catch (JsonProcessingException e) {
            throw Fault.inBytecode("Invalid bytecode: not a JSON array");
        }
        throw Fault.inBytecode("Invalid bytecode: not a JSON array");
    }

    /** The JSON array of items. */
    public static String write(List<Object> items) {
        try {
            return MAPPER.writeValueAsString(items);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
