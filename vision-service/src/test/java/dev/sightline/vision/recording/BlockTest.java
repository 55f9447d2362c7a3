package dev.sightline.vision.recording;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.event.SnapshotsReceived;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class BlockTest {

    private static final JsonNode CLICK =
            Items.item("{'type':3,'timestamp':1000,'data':{'source':2,'type':2,'id':7},'delay':3}");

    @Test
    void aLineIsTheWindowAndTheItemAsSent() throws IOException {
        Block block = Block.of(List.of(Items.batch(CLICK, CLICK)), true).orElseThrow();

        String line = "[\"w-1\"," + CLICK + "]\n";
        assertEquals(line + line, text(block));
        assertEquals(2 * line.length(), block.rawSize());
    }

    @Test
    void impossibleItemsAreDroppedAndCounted() {
        SnapshotsReceived batch = Items.batch(
                Items.item("7"),
                Items.item("null"),
                Items.item("{'type':3}"),
                Items.item("{'type':3,'timestamp':'1000'}"),
                Items.item("{'type':3,'timestamp':0}"),
                Items.item("{'type':3,'timestamp':-5}"),
                Items.item("{'type':3,'timestamp':1e300}"),
                CLICK);

        Block block = Block.of(List.of(batch), true).orElseThrow();

        assertEquals(7, block.dropped());
        assertEquals(1, block.counters().contents().items());
    }

    @Test
    void strangeItemsAreKeptAndCountNothing() {
        SnapshotsReceived batch = Items.batch(
                Items.item("{'timestamp':1}"),
                Items.item("{'type':'x','timestamp':2,'data':[]}"),
                Items.item("{'type':99,'timestamp':3,'data':null}"),
                Items.item("{'type':3,'timestamp':4,'data':{'source':2.5e9,'type':{}}}"),
                Items.item("{'type':6,'timestamp':5,'data':{'plugin':7,'payload':'?'}}"));

        Block block = Block.of(List.of(batch), true).orElseThrow();

        assertEquals(5, block.counters().contents().items());
        assertEquals(ActivityCounts.NONE, block.counters().activity());
        assertEquals(ConsoleCounts.NONE, block.counters().console());
    }

    @Test
    void aBatchWithoutAnyPossibleItemMakesNoBlock() {
        assertTrue(Block.of(List.of(Items.batch(Items.item("{}"))), true).isEmpty());
    }

    @Test
    void consoleLinesAreDistinctAndOnlyWhereWanted() {
        SnapshotsReceived batch = Items.batch(console("error"), console("error"), console("assert"), console("debug"));

        Block with = Block.of(List.of(batch), true).orElseThrow();
        Block without = Block.of(List.of(batch), false).orElseThrow();

        assertEquals(new ConsoleCounts(1, 0, 3), with.counters().console());
        assertEquals(
                List.of(
                        new ConsoleMessage(ConsoleMessage.Level.ERROR, "\"boom\" 42", 9),
                        new ConsoleMessage(ConsoleMessage.Level.LOG, "\"boom\" 42", 9)),
                with.messages());
        assertEquals(ConsoleCounts.NONE, without.counters().console());
        assertEquals(List.of(), without.messages());
    }

    @Test
    void whatWasWrittenIsRead() {
        RecordedSession session = RecordedSession.of("js1.jsonl");
        Block block = Block.of(session.batches(), true).orElseThrow();
        List<JsonNode> read = new ArrayList<>();

        BlockReader reader = new BlockReader((window, item) -> read.add(item.json()));
        reader.read(new ByteArrayInputStream(block.bytes()));

        List<JsonNode> sent = new ArrayList<>();
        session.batches().forEach(batch -> batch.items().forEach(sent::add));
        assertEquals(sent, read);
    }

    @Test
    void brokenLinesArePassedOver() {
        List<String> windows = new ArrayList<>();
        String lines =
                "[\"a\"," + CLICK + "]\n\n{\"no\n[\"b\",{}]\n[]\n" + "[".repeat(100_000) + "\n[\"c\"," + CLICK + "]";

        BlockReader reader = new BlockReader((window, item) -> windows.add(window));
        reader.read(new ByteArrayInputStream(Items.gzip(lines.getBytes(StandardCharsets.UTF_8))));

        assertEquals(List.of("a", "c"), windows);
        assertEquals(4, reader.skipped());
    }

    @Test
    void aCorruptBlockIsNamedAsSuch() {
        byte[] whole = Block.of(RecordedSession.of("js1.jsonl").batches(), true)
                .orElseThrow()
                .bytes();
        byte[] half = Arrays.copyOf(whole, whole.length / 2);

        BlockReader reader = new BlockReader((window, item) -> {});

        assertThrows(CorruptBlockException.class, () -> reader.read(new ByteArrayInputStream(half)));
        assertThrows(CorruptBlockException.class, () -> reader.read(new ByteArrayInputStream(new byte[] {1, 2, 3})));
    }

    @Test
    void linesOverTheLimitAreReadButNotKept() throws IOException {
        String text = "12345678\n1234\n\n123456789";

        List<String> kept = new ArrayList<>();
        try (Lines lines = new Lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 8)) {
            while (lines.next()) {
                kept.add(
                        lines.tooLong()
                                ? "too long"
                                : new String(lines.bytes(), 0, lines.length(), StandardCharsets.UTF_8));
            }
        }

        assertArrayEquals(new Object[] {"12345678", "1234", "too long"}, kept.toArray());
    }

    private static JsonNode console(String level) {
        return Items.item("{'type':6,'timestamp':9,'data':{'plugin':'rrweb/console@1','payload':{'level':'" + level
                + "','payload':['\\'boom\\'',{},'42']}}}".replace("\\'", "\\\""));
    }

    private static String text(Block block) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(block.bytes()))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
