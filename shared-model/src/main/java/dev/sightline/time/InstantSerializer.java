package dev.sightline.time;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.time.Instant;

/** Writes instants with {@link Timestamps#print}. */
public final class InstantSerializer extends StdScalarSerializer<Instant> {

    private static final long serialVersionUID = 1L;

    public InstantSerializer() {
        super(Instant.class);
    }

    @Override
    public void serialize(Instant value, JsonGenerator out, SerializerProvider provider) throws IOException {
        out.writeString(Timestamps.print(value));
    }
}
