package dev.sightline.vision.recording;

import dev.sightline.event.SnapshotsReceived;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * One flushed chunk of a session: gzipped lines {@code ["<windowId>",<rrweb item>]} and what they add to the session
 * (spec/platform.md C.1).
 *
 * @param bytes the lines, gzipped
 * @param rawSize their size before
 * @param messages the distinct console lines, for search
 * @param dropped items that were no objects or had no possible timestamp
 */
public record Block(byte[] bytes, long rawSize, SessionCounters counters, List<ConsoleMessage> messages, int dropped) {

    /**
     * The block of a session's batches in the order they came; empty when no item of theirs can be kept. Console lines
     * are counted and collected only where the project records its console.
     */
    public static Optional<Block> of(List<SnapshotsReceived> batches, boolean withConsole) {
        try (BlockWriter writer = new BlockWriter(withConsole)) {
            for (SnapshotsReceived batch : batches) {
                writer.append(batch);
            }
            return writer.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
