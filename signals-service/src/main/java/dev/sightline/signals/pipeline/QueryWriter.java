package dev.sightline.signals.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.json.Json;
import dev.sightline.signals.pipeline.Answers.Property;
import dev.sightline.signals.pipeline.Library.Text;
import dev.sightline.signals.signal.SignalSource;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;

/** Has a model write one to three search queries for a signal, from different angles (spec/signals.md 2.4). */
final class QueryWriter {

    private static final int MAX_QUERIES = 3;
    private static final int MAX_EXAMPLE = 300;
    private static final int MAX_QUERY = 8_000;

    private static final String TASK = """
            Write one to three search queries that find earlier signals about the same thing as the signal, also in the words
            of other sources, of which you see examples. Angles: the feature, page or component; the behaviour
            or technical problem; the wider category or the business impact.""";

    private final Interview interview;

    QueryWriter(ModelChoice choice) {
        this.interview = new Interview(choice);
    }

    Uni<List<String>> write(Signal signal, List<Text> examples) {
        return interview.ask(
                new Question<>("search_queries", TASK, material(signal, examples), schema(), 0.7, QueryWriter::read));
    }

    private static ObjectNode material(Signal signal, List<Text> examples) {
        ObjectNode material = Json.mapper().createObjectNode();
        write(material.putObject("signal"), signal.source(), signal.description());
        ArrayNode shown = material.putArray("examples_of_sources");
        examples.forEach(
                example -> write(shown.addObject(), example.source(), Titles.cut(example.description(), MAX_EXAMPLE)));
        return material;
    }

    private static void write(ObjectNode signal, SignalSource source, String text) {
        signal.put("source", source.toString()).put("text", text);
    }

    private static ObjectNode schema() {
        Property queries = Property.of("queries", "array");
        queries.schema().set("items", Json.mapper().createObjectNode().put("type", "string"));
        return Answers.schema(List.of(queries));
    }

    private static List<String> read(JsonNode answer) {
        List<String> queries = new ArrayList<>();
        for (JsonNode query : answer.path("queries")) {
            queries.add(Titles.cut(Answers.plain(query), MAX_QUERY));
        }
        queries.removeIf(String::isEmpty);
        if (queries.isEmpty()) {
            throw new UnfitAnswer("`queries` must hold one to three texts.");
        }
        return queries.subList(0, Math.min(MAX_QUERIES, queries.size()));
    }
}
