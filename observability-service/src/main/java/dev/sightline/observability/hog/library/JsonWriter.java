package dev.sightline.observability.hog.library;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dev.sightline.observability.hog.vm.BoundedText;
import dev.sightline.observability.hog.vm.Failure;
import dev.sightline.observability.hog.vm.Fields;
import dev.sightline.observability.hog.vm.FunctionValue;
import dev.sightline.observability.hog.vm.ListValue;
import dev.sightline.observability.hog.vm.Numbers;
import dev.sightline.observability.hog.vm.ObjectValue;
import dev.sightline.observability.hog.vm.Printer;
import dev.sightline.observability.hog.vm.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;

/** Writes values as JSON the way the reference does: ASCII only, a blank after commas and colons. */
final class JsonWriter {

    private static final int MAX_DEPTH = 400;
    private static final long MAX_INDENT = 100;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
            .build();

    private final Run run;
    private final JsonGenerator generator;
    private final Deque<Object> path = new ArrayDeque<>();

    private JsonWriter(Run run, JsonGenerator generator) {
        this.run = run;
        this.generator = generator;
    }

    /**
     * The JSON of a value; a container inside itself is null.
     *
     * @param indent how many blanks to indent by, if it is an integer above 0
     */
    static String write(Run run, Object value, Object indent) {
        BoundedText text = new BoundedText(run);
        int width = indent instanceof Long blanks && blanks > 0 ? (int) Math.min(blanks, MAX_INDENT) : 0;
        try (JsonGenerator generator = FACTORY.createGenerator(new BoundedWriter(text))) {
            generator.setPrettyPrinter(new JsonLayout(width));
            new JsonWriter(run, generator).value(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private void value(Object value) throws IOException {
        run.work(1);
        Object map = Fields.map(value);
        Object written = map == null ? value : map;
        if (written instanceof ListValue || written instanceof ObjectValue) {
            container(written);
        } else if (written instanceof Double number) {
            generator.writeRawValue(number(number));
        } else if (written instanceof Long number) {
            generator.writeNumber(number);
        } else if (written instanceof BigInteger number) {
            generator.writeNumber(number);
        } else if (written instanceof Boolean flag) {
            generator.writeBoolean(flag);
        } else if (written == null) {
            generator.writeNull();
        } else {
            generator.writeString(written instanceof FunctionValue ? Printer.literal(run, written) : (String) written);
        }
    }

    private static String number(double number) {
        String text = Numbers.text(number);
        return switch (text) {
            case "nan" -> "NaN";
            case "inf" -> "Infinity";
            case "-inf" -> "-Infinity";
            default -> text;
        };
    }

    private void container(Object container) throws IOException {
        if (path.stream().anyMatch(outer -> outer == container)) {
            generator.writeNull();
            return;
        }
        if (path.size() == MAX_DEPTH) {
            throw Failure.value("Value is nested too deeply for JSON");
        }
        path.push(container);
        if (container instanceof ListValue list) {
            list(list);
        } else {
            object((ObjectValue) container);
        }
        path.pop();
    }

    private void list(ListValue list) throws IOException {
        generator.writeStartArray();
        for (int i = 0; i < list.size(); i++) {
            value(list.get(i));
        }
        generator.writeEndArray();
    }

    private void object(ObjectValue object) throws IOException {
        generator.writeStartObject();
        for (Object key : object.keys()) {
            generator.writeFieldName(key instanceof Double number ? number(number) : Printer.shown(run, key));
            value(object.get(key));
        }
        generator.writeEndObject();
    }
}
