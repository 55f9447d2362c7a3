package dev.sightline.vision.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * Reads the lines of blocks one at a time: neither a block nor a session is ever held as a whole. Lines that cannot be
 * understood, or are longer than {@value #MAX_LINE} bytes, are counted and passed over.
 */
public final class BlockReader {

    static final int MAX_LINE = 32 << 20;

    private static final ObjectMapper MAPPER = RecordingJson.mapper();

    private final ItemSink sink;
    private long items;
    private long skipped;

    public BlockReader(ItemSink sink) {
        this.sink = sink;
    }

    /** Items handed to the sink so far. */
    public long items() {
        return items;
    }

    /** Lines passed over so far. */
    public long skipped() {
        return skipped;
    }

    /**
     * Reads a gzipped block to its end and closes it.
     *
     * @throws CorruptBlockException if it is no gzip or ends early; what stood before was handed on
     */
    public void read(InputStream block) {
        try (Lines lines = new Lines(new GZIPInputStream(block, 65_536), MAX_LINE)) {
            while (lines.next()) {
                line(lines);
            }
        } catch (IOException e) {
            throw new CorruptBlockException(e);
        }
    }

    private void line(Lines lines) throws IOException {
        Optional<JsonNode> line = lines.tooLong() ? Optional.empty() : parsed(lines);
        Optional<RrwebItem> item = line.flatMap(node -> RrwebItem.of(node.path(1)));
        if (item.isEmpty()) {
            skipped++;
            return;
        }
        items++;
        sink.item(line.get().path(0).asText(""), item.get());
    }

    private static Optional<JsonNode> parsed(Lines lines) throws IOException {
        try {
            return Optional.of(MAPPER.readTree(lines.bytes(), 0, lines.length()));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
