package dev.sightline.signals.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.json.Json;
import dev.sightline.signals.pipeline.Answers.Property;
import dev.sightline.signals.pipeline.MatchDecision.Existing;
import dev.sightline.signals.pipeline.MatchDecision.Opening;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Has a model decide which report a signal belongs to (spec/signals.md 2.5). */
final class ModelMatch {

    private static final int MAX_REASON = 300;

    private static final String TASK = """
            Decide whether a new signal belongs to one of the reports that the candidates are in. Signals belong together
            when they share a cause, a feature or a user's journey, also across sources, so that one fix would settle
            them. The same wording alone is not enough; judge by the theme of the report, not by one neighbour. Two
            different experiments do not match; two errors that one fix would cure do.
            A report's discovery_strength says how many of the queries found it.
            First give your reason in under 100 characters. For a match answer match_type "existing" with the signal_id
            of the candidate and the query_index that found it. Otherwise answer match_type "new" with a title and a
            summary of one or two sentences. Leave empty, or 0, what the other kind of answer needs.""";

    private final Interview interview;

    ModelMatch(ModelChoice choice) {
        this.interview = new Interview(choice);
    }

    /** The report of a signal; without anything to choose among the model is not asked. */
    Uni<MatchDecision> decide(Signal signal, Choices choices) {
        if (choices.isEmpty()) {
            return Uni.createFrom()
                    .item(new Opening(
                            Titles.of(signal), Titles.summary(signal), List.of(), "There is nothing to compare with."));
        }
        return interview.ask(new Question<>(
                "signal_match", TASK, material(signal, choices), schema(), 0.2, answer -> read(answer, choices)));
    }

    private static ObjectNode material(Signal signal, Choices choices) {
        ObjectNode material = Json.mapper().createObjectNode();
        material.putObject("new_signal")
                .put("source", signal.source().toString())
                .put("text", signal.description());
        choices.writeTo(material);
        return material;
    }

    private static ObjectNode schema() {
        return Answers.schema(List.of(
                Property.of("reason", "string"),
                Property.choice("match_type", List.of("existing", "new")),
                Property.of("signal_id", "string"),
                Property.of("query_index", "integer"),
                Property.of("title", "string"),
                Property.of("summary", "string")));
    }

    private static MatchDecision read(JsonNode answer, Choices choices) {
        String reason = Titles.cut(Answers.text(answer, "reason"), MAX_REASON);
        return Answers.choice(answer, "match_type", List.of("existing", "new")).equals("existing")
                ? existing(answer, choices, reason)
                : opening(answer, choices, reason);
    }

    private static Existing existing(JsonNode answer, Choices choices, String reason) {
        int index = answer.path("query_index").asInt(-1);
        if (index < 0 || index >= choices.queries().size()) {
            throw new UnfitAnswer(
                    "`query_index` must be from 0 to " + (choices.queries().size() - 1) + ".");
        }
        LiveSignal parent = choices.find(Answers.text(answer, "signal_id"))
                .orElseThrow(() -> new UnfitAnswer("`signal_id` must be one of the candidates."));
        return new Existing(parent.reportId(), parent.id(), choices.queries().get(index), reason);
    }

    private static Opening opening(JsonNode answer, Choices choices, String reason) {
        String title = Titles.cut(Answers.text(answer, "title"), Titles.MAX_TITLE);
        return new Opening(title, Answers.text(answer, "summary"), List.copyOf(choices.signals()), reason);
    }
}
