package dev.sightline.vision.analysis;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** A piece of prose that cites moments: text, or a moment to jump to. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Segment.Text.class, name = "text"),
    @JsonSubTypes.Type(value = Segment.Chip.class, name = "chip")
})
public sealed interface Segment {

    record Text(String value) implements Segment {}

    /** @param timestampMs milliseconds since the recording began */
    record Chip(long timestampMs) implements Segment {}
}
