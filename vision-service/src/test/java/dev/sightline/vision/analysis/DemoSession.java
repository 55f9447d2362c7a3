package dev.sightline.vision.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.json.Json;
import dev.sightline.vision.analysis.timeline.Timeline;
import dev.sightline.vision.analysis.timeline.TimelineBuilder;
import dev.sightline.vision.recording.RecordedSession;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;

/** A session of the demo shop and what its visitor is known to have met. */
public record DemoSession(String scenario, Set<String> expected, RecordedSession recorded) {

    private static final Path DIRECTORY = Path.of("../deploy/local/demo-sessions");
    private static final List<DemoSession> ALL = load();
    private static final Map<String, ObservedSession> OBSERVED = new ConcurrentHashMap<>();

    public static List<DemoSession> all() {
        return ALL;
    }

    public static DemoSession of(String scenario) {
        return ALL.stream()
                .filter(session -> session.scenario.equals(scenario))
                .findFirst()
                .orElseThrow();
    }

    public Timeline timeline() {
        TimelineBuilder builder = new TimelineBuilder(recorded.counters().span());
        recorded.read(builder);
        recorded.events().forEach(builder::event);
        return builder.build();
    }

    public ObservedSession observed() {
        return OBSERVED.computeIfAbsent(
                scenario, name -> new ObservedSession("Web shop", recorded.counters(), timeline()));
    }

    @Override
    public String toString() {
        return scenario;
    }

    private static List<DemoSession> load() {
        try (InputStream scenarios = Files.newInputStream(DIRECTORY.resolve("scenarios.json"))) {
            Map<String, List<JsonNode>> requests = requests();
            JsonNode all = Json.mapper().readTree(scenarios);
            return StreamSupport.stream(all.spliterator(), false)
                    .map(json -> session(json, requests))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, List<JsonNode>> requests() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(DIRECTORY.resolve("sessions.jsonl.gz"))),
                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(line -> Json.read(line, JsonNode.class))
                    .collect(Collectors.groupingBy(
                            request -> request.path("scenario").asText()));
        }
    }

    private static DemoSession session(JsonNode json, Map<String, List<JsonNode>> requests) {
        String scenario = json.path("scenario").asText();
        Set<String> expected = new TreeSet<>();
        json.path("expected").forEach(behaviour -> expected.add(behaviour.asText()));
        return new DemoSession(scenario, expected, RecordedSession.of(requests.get(scenario)));
    }
}
