package dev.sightline.vision.recording;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sightline.event.SnapshotsReceived;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Packs items into the lines of a block and counts them on the way. */
final class BlockWriter implements Closeable {

    static final int MAX_MESSAGES = 500;

    private static final ObjectMapper MAPPER = RecordingJson.mapper();

    private final boolean withConsole;
    private final CounterTally tally = new CounterTally();
    private final Map<String, ConsoleMessage> messages = new LinkedHashMap<>();
    private final ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    private final Counted raw = new Counted(new FastGzip(compressed));
    private final JsonGenerator lines;
    private int kept;
    private int dropped;

    BlockWriter(boolean withConsole) throws IOException {
        this.withConsole = withConsole;
        this.lines = MAPPER.getFactory().createGenerator(raw).setRootValueSeparator(null);
    }

    void append(SnapshotsReceived batch) throws IOException {
        tally.origin(RecordingOrigin.of(batch));
        String windowId = Objects.requireNonNullElse(batch.windowId(), batch.sessionId());
        for (JsonNode node : batch.items()) {
            append(windowId, node);
        }
    }

    private void append(String windowId, JsonNode node) throws IOException {
        Optional<RrwebItem> item = RrwebItem.of(node);
        if (item.isEmpty()) {
            dropped++;
            return;
        }
        kept++;
        count(item.get());
        line(windowId, node);
    }

    private void count(RrwebItem item) {
        tally.item(item);
        if (withConsole) {
            ConsoleMessage.of(item).ifPresent(this::count);
        }
    }

    private void count(ConsoleMessage message) {
        tally.console(message);
        if (messages.size() < MAX_MESSAGES) {
            messages.putIfAbsent(message.level() + message.text(), message);
        }
    }

    private void line(String windowId, JsonNode node) throws IOException {
        lines.writeStartArray();
        lines.writeString(windowId);
        lines.writeTree(node);
        lines.writeEndArray();
        lines.writeRaw('\n');
    }

    Optional<Block> finish() throws IOException {
        lines.close();
        return kept == 0 ? Optional.empty() : Optional.of(block());
    }

    private Block block() {
        return new Block(
                compressed.toByteArray(), raw.written, tally.counters(), List.copyOf(messages.values()), dropped);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    /** Recorded text shrinks as well at the fastest level: most of it is compressed by the client already. */
    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(ByteArrayOutputStream target) throws IOException {
            super(target, 8192);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    private static final class Counted extends FilterOutputStream {
        private long written;

        Counted(GZIPOutputStream target) {
            super(target);
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            written++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            written += length;
        }
    }
}
