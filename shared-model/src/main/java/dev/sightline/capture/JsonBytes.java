package dev.sightline.capture;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;

/** Walks JSON in a byte array. What is not JSON in UTF-8 is refused with the place, never with its text. */
final class JsonBytes {

    /** Clients choose the member names: they must not fill a table that lives as long as the service. */
    private static final ObjectReader TREES = new ObjectMapper(JsonFactory.builder()
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .build())
            .reader();

    private JsonBytes() {}

    /** Reads one value of a document. */
    interface Reading<T> {
        T read(JsonParser in) throws IOException;
    }

    /**
     * What a reading makes of a whole document; the parser stands on the first token.
     *
     * @throws CaptureRefused if the bytes are not one JSON value in UTF-8
     */
    static <T> T read(byte[] json, Reading<T> reading) {
        requireUtf8(json);
        try (JsonParser in = TREES.createParser(json)) {
            in.nextToken();
            T value = reading.read(in);
            requireEnd(in);
            return value;
        } catch (JacksonException e) {
            throw CaptureRefused.unreadable("invalid JSON" + place(e));
        } catch (IOException e) {
            throw CaptureRefused.unreadable("invalid JSON");
        }
    }

    private static String place(JacksonException e) {
        return e.getLocation() == null ? "" : " at byte " + e.getLocation().getByteOffset();
    }

    private static void requireUtf8(byte[] json) {
        for (int i = 0; i < Math.min(json.length, 4); i++) {
            if (json[i] == 0 || (json[i] & 0xFE) == 0xFE) {
                throw CaptureRefused.unreadable("not UTF-8");
            }
        }
    }

    private static void requireEnd(JsonParser in) throws IOException {
        if (in.nextToken() != null) {
            throw CaptureRefused.unreadable("more than one JSON value");
        }
    }

    /** Where the current token begins. */
    static int start(JsonParser in) {
        return (int) in.currentTokenLocation().getByteOffset();
    }

    /** Where the current token, read to its last byte, ends. */
    static int end(JsonParser in) {
        return (int) in.currentLocation().getByteOffset();
    }

    static boolean isArray(JsonParser in) {
        return in.hasToken(JsonToken.START_ARRAY);
    }

    static boolean isObject(JsonParser in) {
        return in.hasToken(JsonToken.START_OBJECT);
    }
}
