package dev.sightline.signals.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.json.Json;
import dev.sightline.signals.pipeline.Answers.Property;
import dev.sightline.signals.signal.SignalSource;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;

/** Has a model write one to three search queries for a signal, from different angles (spec/signals.md 2.4). */
public final class QueryWriter {

    /** The newest signal of a source, to show the model how its texts read. */
    public record Example(SignalSource source, String description) {}

    private static final int MAX_QUERIES = 3;
    private static final int MAX_EXAMPLE = 300;
    private static final int MAX_QUERY = 8_000;

    private static final String TASK = """
            Write one to three search queries that find earlier signals about the same thing as the signal below, also in
            the words of other sources, of which you see examples. Angles: the feature, page or component; the behaviour
            or technical problem; the wider category or the business impact.""";

    private final Interview interview;

    public QueryWriter(ModelChoice choice) {
        this.interview = new Interview(choice);
    }

    public Uni<List<String>> write(Signal signal, List<Example> examples) {
        return interview.ask(
                new Question<>("search_queries", TASK, material(signal, examples), schema(), 0.7, QueryWriter::read));
    }

    private static String material(Signal signal, List<Example> examples) {
        StringBuilder text = new StringBuilder("Signal from " + signal.source() + ":\n" + signal.description());
        text.append("\n\nExamples of all sources:");
        examples.forEach(example -> text.append("\n- ")
                .append(example.source())
                .append(": ")
                .append(Titles.cut(example.description(), MAX_EXAMPLE)));
        return text.toString();
    }

    private static ObjectNode schema() {
        Property queries = Property.of("queries", "array");
        queries.schema().set("items", Json.mapper().createObjectNode().put("type", "string"));
        return Answers.schema(List.of(queries));
    }

    private static List<String> read(JsonNode answer) {
        List<String> queries = new ArrayList<>();
        for (JsonNode query : answer.path("queries")) {
            if (query.isTextual() && !query.textValue().isBlank()) {
                queries.add(Titles.cut(query.textValue(), MAX_QUERY));
            }
        }
        if (queries.isEmpty()) {
            throw new UnfitAnswer("`queries` must hold one to three texts.");
        }
        return queries.subList(0, Math.min(MAX_QUERIES, queries.size()));
    }
}
