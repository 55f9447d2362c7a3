package dev.sightline.time;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.Instant;

/** Reads instants with {@link Timestamps#parse}. */
public final class InstantDeserializer extends StdScalarDeserializer<Instant> {

    private static final long serialVersionUID = 1L;

    public InstantDeserializer() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser in, DeserializationContext context) throws IOException {
        String text = in.getText();
        return Timestamps.parse(text)
                .orElseThrow(() -> context.weirdStringException(text, Instant.class, "not an ISO 8601 datetime"));
    }
}
