package dev.sightline.vision.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.json.Json;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class PartialCompressionTest {

    @Test
    void aCompressedPartIsInflated() throws IOException {
        RrwebItem item = mutation(Items.compressed("[{'id':3,'text':'naïve ☕'}]"));

        assertEquals(Items.item("[{'id':3,'text':'naïve ☕'}]"), read(item, InflationLimit.DEFAULT));
    }

    @Test
    void aPlainPartIsReadAsItIs() throws IOException {
        RrwebItem item = Items.rrweb("{'type':3,'timestamp':1,'data':{'source':0,'texts':[{'id':3}]}}");

        assertEquals(Items.item("[{'id':3}]"), read(item, InflationLimit.DEFAULT));
    }

    @Test
    void aWholeSnapshotIsInflated() throws IOException {
        RrwebItem snapshot = RecordedSession.of("js-1.200.0.jsonl")
                .batches()
                .get(0)
                .items()
                .valueStream()
                .map(node -> RrwebItem.of(node).orElseThrow())
                .filter(item -> item.type() == ItemType.FULL_SNAPSHOT)
                .findFirst()
                .orElseThrow();

        try (JsonParser parser = snapshot.openData(InflationLimit.DEFAULT)) {
            JsonNode data = parser.readValueAsTree();
            assertEquals("Probe page", data.findValue("textContent").asText());
        }
    }

    @Test
    void whatInflatesBeyondTheLimitIsRefused() {
        RrwebItem item = mutation(Items.compressed("[" + "0,".repeat(1_000_000) + "0]"));

        assertThrows(IOException.class, () -> read(item, new InflationLimit(1_000)));
    }

    @Test
    void whatIsNoGzipIsRefused() {
        assertThrows(IOException.class, () -> read(mutation("\u001f\u008bnonsense"), InflationLimit.DEFAULT));
    }

    private static RrwebItem mutation(String texts) {
        ObjectNode node = (ObjectNode) Items.item("{'type':3,'timestamp':1,'cv':'2024-10','data':{'source':0}}");
        ((ObjectNode) node.path("data")).put("texts", texts);
        return RrwebItem.of(Json.tree(node)).orElseThrow();
    }

    private static JsonNode read(RrwebItem item, InflationLimit limit) throws IOException {
        try (JsonParser parser = item.openPart("texts", limit)) {
            return parser.readValueAsTree();
        }
    }
}
