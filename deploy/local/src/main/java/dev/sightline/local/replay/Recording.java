package dev.sightline.local.replay;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The requests of a recording by which SDKs delivered something, in the order of their arrival. */
record Recording(List<RecordedRequest> requests) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Reads one JSON object a line, compressed if the name ends in {@code .gz}. */
    static Recording read(Path file) throws IOException {
        try (InputStream plain = open(file);
                MappingIterator<RecordedRequest> lines =
                        MAPPER.readerFor(RecordedRequest.class).readValues(plain)) {
            return new Recording(lines.readAll().stream()
                    .filter(RecordedRequest::isDelivery)
                    .sorted(Comparator.comparingLong(RecordedRequest::t))
                    .toList());
        }
    }

    private static InputStream open(Path file) throws IOException {
        InputStream raw = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
    }

    Instant begin() {
        return Instant.ofEpochMilli(requests.get(0).t());
    }

    Instant end() {
        return Instant.ofEpochMilli(requests.get(requests.size() - 1).t());
    }
}
