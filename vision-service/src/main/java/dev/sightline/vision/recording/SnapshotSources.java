package dev.sightline.vision.recording;

import java.time.Instant;
import java.util.List;

/** What of a recording can be fetched: its blocks in order. */
record SnapshotSources(List<Source> sources) {

    /** One block. */
    record Source(String source, Instant startTimestamp, Instant endTimestamp, String blobKey) {}
}
