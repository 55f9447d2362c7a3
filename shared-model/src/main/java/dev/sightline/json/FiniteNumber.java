package dev.sightline.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;

/**
 * Writes floating-point numbers. JSON has no word for those that are not finite: they become null, and inside an object
 * a member {@code name::nan!} or {@code name::inf!} beside it says so (spec/platform.md A.8).
 */
final class FiniteNumber extends StdScalarSerializer<Double> {

    private static final long serialVersionUID = 1L;

    FiniteNumber() {
        super(Double.class);
    }

    @Override
    public void serialize(Double value, JsonGenerator out, SerializerProvider provider) throws IOException {
        if (Double.isFinite(value)) {
            out.writeNumber(value);
        } else {
            writeNull(out, value.isNaN() ? "::nan!" : "::inf!");
        }
    }

    private static void writeNull(JsonGenerator out, String mark) throws IOException {
        JsonStreamContext place = out.getOutputContext();
        String name = place.getCurrentName();
        out.writeNull();
        if (place.inObject()) {
            out.writeBooleanField(name + mark, true);
        }
    }
}
