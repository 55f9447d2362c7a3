package dev.sightline.signals.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.signals.pipeline.Answers.Property;
import dev.sightline.signals.pipeline.MatchDecision.Existing;
import dev.sightline.signals.pipeline.MatchDecision.Opening;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Has a model decide which report a signal belongs to (spec/signals.md 2.5). */
public final class ModelMatch {

    private static final int MAX_TEXT = 2_000;
    private static final int MAX_REASON = 300;

    private static final String TASK = """
            Decide whether a new signal belongs to one of the reports that the candidates are in. Signals belong together
            when they share a cause, a feature or a user's journey, also across sources, so that one fix would settle
            them. The same wording alone is not enough; judge by the theme of the report, not by one neighbour. Two
            different experiments do not match; two errors that one fix would cure do.
            First give your reason in under 100 characters. For a match answer match_type "existing" with the signal_id
            of the candidate and the query_index that found it. Otherwise answer match_type "new" with a title and a
            summary of one or two sentences.""";

    private final Interview interview;

    public ModelMatch(ModelChoice choice) {
        this.interview = new Interview(choice);
    }

    /**
     * The report of a signal, given what its queries found.
     *
     * @param views of all candidates, by signal
     */
    public Uni<MatchDecision> decide(Embedded embedded, List<Found> found, Map<UUID, CandidateView> views) {
        return interview.ask(new Question<>(
                "signal_match",
                TASK,
                material(embedded.signal(), found, views),
                schema(),
                0.2,
                answer -> read(answer, found)));
    }

    private static String material(Signal signal, List<Found> found, Map<UUID, CandidateView> views) {
        StringBuilder text = new StringBuilder("New signal from " + signal.source() + ":\n" + signal.description());
        strengths(found, views).forEach((report, queries) -> text.append("\nDiscovery strength of \"")
                .append(report)
                .append("\": ")
                .append(queries));
        for (int i = 0; i < found.size(); i++) {
            text.append("\n\nQuery ")
                    .append(i)
                    .append(": ")
                    .append(Titles.cut(found.get(i).query().text(), 200));
            found.get(i).candidates().forEach(candidate -> text.append('\n').append(line(candidate, views)));
        }
        return text.toString();
    }

    private static Map<String, Integer> strengths(List<Found> found, Map<UUID, CandidateView> views) {
        Map<String, Integer> queries = new HashMap<>();
        for (Found one : found) {
            one.candidates().stream()
                    .map(candidate -> views.get(candidate.signal().id()).reportTitle())
                    .distinct()
                    .forEach(title -> queries.merge(title, 1, Integer::sum));
        }
        return queries;
    }

    private static String line(Candidate candidate, Map<UUID, CandidateView> views) {
        CandidateView view = views.get(candidate.signal().id());
        return String.format(
                Locale.ROOT,
                "- signal_id %s, distance %.4f, source %s, report \"%s\" of %d signals: %s",
                candidate.signal().id(),
                candidate.distance(),
                view.source(),
                view.reportTitle(),
                view.reportSize(),
                Titles.cut(view.description(), MAX_TEXT));
    }

    private static ObjectNode schema() {
        return Answers.schema(List.of(
                Property.of("reason", "string"),
                Property.choice("match_type", List.of("existing", "new")),
                Property.of("signal_id", "string").optional(),
                Property.of("query_index", "integer").optional(),
                Property.of("title", "string").optional(),
                Property.of("summary", "string").optional()));
    }

    private static MatchDecision read(JsonNode answer, List<Found> found) {
        String reason = Titles.cut(Answers.text(answer, "reason"), MAX_REASON);
        return Answers.choice(answer, "match_type", List.of("existing", "new")).equals("existing")
                ? existing(answer, found, reason)
                : opening(answer, found, reason);
    }

    private static Existing existing(JsonNode answer, List<Found> found, String reason) {
        int index = answer.path("query_index").asInt(-1);
        if (index < 0 || index >= found.size()) {
            throw new UnfitAnswer("`query_index` must be from 0 to " + (found.size() - 1) + ".");
        }
        LiveSignal parent = candidate(Answers.text(answer, "signal_id"), found)
                .orElseThrow(() -> new UnfitAnswer("`signal_id` must be one of the candidates."));
        return new Existing(
                parent.reportId(), parent.id(), found.get(index).query().text(), reason);
    }

    private static Optional<LiveSignal> candidate(String id, List<Found> found) {
        return found.stream()
                .flatMap(one -> one.candidates().stream())
                .map(Candidate::signal)
                .filter(signal -> signal.id().toString().equals(id))
                .findFirst();
    }

    private static Opening opening(JsonNode answer, List<Found> found, String reason) {
        List<UUID> rejected = found.stream()
                .flatMap(one -> one.candidates().stream())
                .map(candidate -> candidate.signal().id())
                .distinct()
                .toList();
        String title = Titles.cut(Answers.text(answer, "title"), Titles.MAX_TITLE);
        return new Opening(title, Answers.text(answer, "summary"), rejected, reason);
    }
}
