package dev.sightline.observability.hog.library;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;

/** One line with a blank after each comma and colon, or one value a line, indented. */
final class JsonLayout extends MinimalPrettyPrinter {

    private static final long serialVersionUID = 1L;

    private final int width;
    private int depth;

    /** @param width blanks to indent by, 0 for one line */
    JsonLayout(int width) {
        this.width = width;
    }

    @Override
    public void writeObjectFieldValueSeparator(JsonGenerator generator) throws IOException {
        generator.writeRaw(": ");
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator generator) throws IOException {
        separate(generator);
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator generator) throws IOException {
        separate(generator);
    }

    private void separate(JsonGenerator generator) throws IOException {
        generator.writeRaw(width == 0 ? ", " : ",");
        breakLine(generator);
    }

    @Override
    public void writeStartObject(JsonGenerator generator) throws IOException {
        generator.writeRaw('{');
        depth++;
    }

    @Override
    public void writeStartArray(JsonGenerator generator) throws IOException {
        generator.writeRaw('[');
        depth++;
    }

    @Override
    public void beforeObjectEntries(JsonGenerator generator) throws IOException {
        breakLine(generator);
    }

    @Override
    public void beforeArrayValues(JsonGenerator generator) throws IOException {
        breakLine(generator);
    }

    @Override
    public void writeEndObject(JsonGenerator generator, int entries) throws IOException {
        end(generator, entries, '}');
    }

    @Override
    public void writeEndArray(JsonGenerator generator, int values) throws IOException {
        end(generator, values, ']');
    }

    private void end(JsonGenerator generator, int count, char bracket) throws IOException {
        depth--;
        if (count > 0) {
            breakLine(generator);
        }
        generator.writeRaw(bracket);
    }

    private void breakLine(JsonGenerator generator) throws IOException {
        if (width > 0) {
            generator.writeRaw('\n' + " ".repeat(width * depth));
        }
    }
}
