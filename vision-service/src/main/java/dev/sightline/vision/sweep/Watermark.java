package dev.sightline.vision.sweep;

import java.time.Instant;

/**
 * Up to where a scanner has looked: sessions in the order of their ends.
 *
 * @param sessionId the last session seen, where more with the same end may follow; null where all of them were seen
 */
record Watermark(Instant end, String sessionId) {}
