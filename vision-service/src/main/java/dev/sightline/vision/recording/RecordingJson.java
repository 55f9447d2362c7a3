package dev.sightline.vision.recording;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The JSON of recordings: pages nest deeper, and compressed pages are longer texts, than other JSON may. */
final class RecordingJson {

    /** Two levels a DOM node: pages 2,000 elements deep are still read. */
    private static final int MAX_DEPTH = 4_000;

    private static final int MAX_TEXT = 32 << 20;

    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_TEXT)
                    .build())
            .build());

    private RecordingJson() {}

    static ObjectMapper mapper() {
        return MAPPER;
    }
}
