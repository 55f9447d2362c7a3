package dev.sightline.vision.recording;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;

/**
 * One item of a recording, as the client sent it. Reading it never fails: what is missing or of the wrong type is
 * answered by {@code UNKNOWN}, {@code NONE}, an empty text or a missing node.
 *
 * @param timestamp Unix milliseconds, greater than 0
 * @param json the whole item, partial compression not undone
 */
public record RrwebItem(ItemType type, IncrementalSource source, long timestamp, JsonNode json) {

    private static final long END_OF_YEAR_9999 = 253_402_300_799_999L;

    /** The item in a node; empty if the node is no object or has no possible timestamp (spec/platform.md B.7). */
    public static Optional<RrwebItem> of(JsonNode node) {
        long timestamp = node.path("timestamp").asLong(0);
        if (!node.path("timestamp").isNumber() || timestamp <= 0 || timestamp > END_OF_YEAR_9999) {
            return Optional.empty();
        }
        ItemType type = ItemType.of(code(node.path("type")));
        return Optional.of(new RrwebItem(type, sourceOf(type, node), timestamp, node));
    }

    private static IncrementalSource sourceOf(ItemType type, JsonNode node) {
        return type == ItemType.INCREMENTAL
                ? IncrementalSource.of(code(node.path("data").path("source")))
                : IncrementalSource.NONE;
    }

    private static int code(JsonNode node) {
        return node.canConvertToInt() ? node.intValue() : -1;
    }

    public JsonNode data() {
        return json.path("data");
    }

    public Interaction interaction() {
        return source == IncrementalSource.MOUSE_INTERACTION
                ? Interaction.of(code(data().path("type")))
                : Interaction.NONE;
    }

    /** Id of the DOM node the item is about, -1 if it names none. */
    public int nodeId() {
        return code(data().path("id"));
    }

    /** The tag of a custom item, empty for others. */
    public String customTag() {
        return type == ItemType.CUSTOM ? data().path("tag").asText("") : "";
    }

    /** The name of the plugin that made the item, empty for others. */
    public String plugin() {
        return type == ItemType.PLUGIN ? data().path("plugin").asText("") : "";
    }

    /** What a custom or plugin item carries. */
    public JsonNode payload() {
        return data().path("payload");
    }

    /** The address the item names (of a page or a change of it), empty if none. */
    public String href() {
        JsonNode direct = data().path("href");
        return direct.isTextual() ? direct.textValue() : payload().path("href").asText("");
    }

    /**
     * A reader over the whole {@code data} of the item, inflated if the client compressed it.
     *
     * @throws IOException if it is compressed and cannot be inflated
     */
    public JsonParser openData(InflationLimit limit) throws IOException {
        return PartialCompression.open(data(), limit);
    }

    /**
     * A reader over one member of {@code data}, such as {@code adds}, inflated if the client compressed it.
     *
     * @throws IOException if it is compressed and cannot be inflated
     */
    public JsonParser openPart(String member, InflationLimit limit) throws IOException {
        return PartialCompression.open(data().path(member), limit);
    }
}
