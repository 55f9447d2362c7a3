package dev.sightline.vision.recording;

import dev.sightline.event.SnapshotsReceived;
import java.util.Objects;

/** Who recorded: the values of the session's first batch; each null until one was seen. */
public record RecordingOrigin(String distinctId, String source, String library) {

    static final int MAX_LENGTH = 1_000;

    public static final RecordingOrigin UNKNOWN = new RecordingOrigin(null, null, null);

    static RecordingOrigin of(SnapshotsReceived batch) {
        return new RecordingOrigin(batch.distinctId(), cut(batch.snapshotSource()), cut(batch.snapshotLibrary()));
    }

    /** This one's values, and the later one's where this has none. */
    public RecordingOrigin or(RecordingOrigin later) {
        return new RecordingOrigin(
                first(distinctId, later.distinctId), first(source, later.source), first(library, later.library));
    }

    /** The source, {@code web} when nobody named one. */
    public String sourceOrWeb() {
        return Objects.requireNonNullElse(source, "web");
    }

    private static String first(String earlier, String later) {
        return earlier != null ? earlier : later;
    }

    private static String cut(String text) {
        return text == null || text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH);
    }
}
