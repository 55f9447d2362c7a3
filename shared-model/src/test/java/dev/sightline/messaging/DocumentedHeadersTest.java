package dev.sightline.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** {@code deploy/asyncapi.yaml} names the headers that messages carry. */
class DocumentedHeadersTest {

    private static final Path FILE = Path.of("../deploy/asyncapi.yaml");

    @Test
    void theHeadersOfAMessageAreDocumented() throws IOException {
        Envelope envelope = new Envelope(UUID.randomUUID(), "type", "sightline/vision", Instant.now(), "00-1-2-01");
        Set<String> carried = new TreeSet<>();
        envelope.headers().forEach(header -> carried.add(header.key()));

        assertEquals(carried, documented("CloudEventsHeaders"));
    }

    @Test
    void theHeadersOfADeadLetterAreDocumented() throws IOException {
        Set<String> carried = Set.of(
                DeadLetter.REASON,
                DeadLetter.TOPIC,
                DeadLetter.PARTITION,
                DeadLetter.OFFSET,
                DeadLetter.TIME,
                DeadLetter.REFERENCE);

        assertEquals(carried, documented("DeadLetterHeaders"));
    }

    private static Set<String> documented(String schema) throws IOException {
        JsonNode document = new YAMLMapper().readTree(FILE.toFile());
        Set<String> names = new TreeSet<>();
        document.at("/components/schemas/" + schema + "/properties")
                .fieldNames()
                .forEachRemaining(names::add);
        return names;
    }
}
