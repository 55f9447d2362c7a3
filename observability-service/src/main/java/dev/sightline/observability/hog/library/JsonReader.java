package dev.sightline.observability.hog.library;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.sightline.observability.hog.vm.Failure;
import dev.sightline.observability.hog.vm.FailureKind;
import dev.sightline.observability.hog.vm.JavaValues;
import dev.sightline.observability.hog.vm.ListValue;
import dev.sightline.observability.hog.vm.ObjectValue;
import dev.sightline.observability.hog.vm.Run;
import dev.sightline.observability.hog.vm.Values;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Reads values from JSON, inside the limits of a run. */
final class JsonReader {

    private static final int MAX_DEPTH = 400;
    private static final int SLOT = 8;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNumberLength(MAX_DEPTH * MAX_DEPTH)
                    .build())
            .build();

    private final Run run;
    private final JsonParser parser;

    private JsonReader(Run run, JsonParser parser) {
        this.run = run;
        this.parser = parser;
    }

    /**
     * The value a text stands for.
     *
     * @throws Failure if it is not JSON
     */
    static Object read(Run run, String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            JsonReader reader = new JsonReader(run, parser);
            parser.nextToken();
            Object value = reader.value();
            reader.requireEnd();
            return value;
        } catch (JsonProcessingException e) {
            throw invalid(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isValid(Run run, String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            JsonReader reader = new JsonReader(run, parser);
            parser.nextToken();
            reader.skip();
            reader.requireEnd();
            return true;
        } catch (JsonProcessingException e) {
            return false;
        } catch (Failure e) {
            if (e.kind() == FailureKind.JSON) {
                return false;
            }
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Failure invalid(JsonProcessingException e) {
        String place = e.getLocation() == null
                ? ""
                : ": line %d column %d (char %d)"
                        .formatted(
                                e.getLocation().getLineNr(),
                                e.getLocation().getColumnNr(),
                                e.getLocation().getCharOffset());
        return new Failure(FailureKind.JSON, e.getOriginalMessage() + place);
    }

    private void skip() throws IOException {
        int depth = 0;
        do {
            run.work(1);
            JsonToken token = parser.currentToken();
            if (token == null) {
                throw new Failure(FailureKind.JSON, "Unexpected end of JSON");
            }
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            advance(depth);
        } while (depth > 0);
    }

    private void advance(int depth) throws IOException {
        if (depth > 0) {
            parser.nextToken();
        }
    }

    private void requireEnd() throws IOException {
        if (parser.nextToken() != null) {
            throw new Failure(FailureKind.JSON, "Extra data after JSON");
        }
    }

    private Object value() throws IOException {
        run.work(1);
        run.collect(SLOT);
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new Failure(FailureKind.JSON, "Expecting value: line 1 column 1 (char 0)");
        }
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> text();
            case VALUE_NUMBER_INT -> integer();
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    private Object integer() throws IOException {
        return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                ? Values.integer(parser.getBigIntegerValue())
                : (Object) parser.getLongValue();
    }

    private String text() throws IOException {
        String text = parser.getText();
        run.collect(text.length());
        return text;
    }

    private Object object() throws IOException {
        ObjectValue object = new ObjectValue();
        boolean marked = false;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            marked |= key.startsWith("__hog");
            run.collect(SLOT + key.length());
            parser.nextToken();
            object.put(key, value());
        }
        return marked ? JavaValues.revive(object) : object;
    }

    private ListValue array() throws IOException {
        List<Object> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value());
        }
        return ListValue.array(items);
    }
}
