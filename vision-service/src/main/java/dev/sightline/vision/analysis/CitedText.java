package dev.sightline.vision.analysis;

import java.util.List;

/**
 * Prose without its citation marks, and the same prose cut at the cited moments: the text segments joined are the plain
 * text.
 */
public record CitedText(String plain, List<Segment> segments) {

    public CitedText {
        segments = List.copyOf(segments);
    }
}
