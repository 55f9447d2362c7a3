package dev.sightline.signals.pipeline;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.json.Json;
import dev.sightline.signals.pipeline.Library.Card;
import dev.sightline.signals.pipeline.Library.Text;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a model chooses among: the candidates that can be shown, each once, and their reports.
 *
 * @param queries what was searched for, the signal's own words first
 * @param candidates by signal, nearest of the first query first
 * @param reports of all candidates
 */
record Choices(List<String> queries, Map<UUID, Choice> candidates, Map<UUID, Card> reports) {

    private static final int MAX_TEXT = 1_000;
    private static final int MAX_QUERY = 200;

    /** A candidate, its text, and how far it is from each query that found it. */
    record Choice(LiveSignal signal, Text text, Map<Integer, Double> distances) {}

    /** Candidates whose text or report is gone meanwhile are left out. */
    static Choices of(List<Found> found, Map<UUID, Text> texts, Map<UUID, Card> reports) {
        Map<UUID, Choice> candidates = new LinkedHashMap<>();
        for (int query = 0; query < found.size(); query++) {
            for (Candidate candidate : found.get(query).candidates()) {
                LiveSignal signal = candidate.signal();
                if (texts.containsKey(signal.id()) && reports.containsKey(signal.reportId())) {
                    candidates
                            .computeIfAbsent(
                                    signal.id(), id -> new Choice(signal, texts.get(id), new LinkedHashMap<>()))
                            .distances()
                            .put(query, candidate.distance());
                }
            }
        }
        return new Choices(found.stream().map(one -> one.query().text()).toList(), candidates, reports);
    }

    static Set<UUID> signals(List<Found> found) {
        return ids(found, false);
    }

    static Set<UUID> reports(List<Found> found) {
        return ids(found, true);
    }

    private static Set<UUID> ids(List<Found> found, boolean reports) {
        Set<UUID> ids = new LinkedHashSet<>();
        found.forEach(one -> one.candidates()
                .forEach(candidate -> ids.add(
                        reports
                                ? candidate.signal().reportId()
                                : candidate.signal().id())));
        return ids;
    }

    boolean isEmpty() {
        return candidates.isEmpty();
    }

    Collection<UUID> signals() {
        return candidates.keySet();
    }

    Optional<LiveSignal> find(String id) {
        return candidates.values().stream()
                .map(Choice::signal)
                .filter(signal -> signal.id().toString().equals(id))
                .findFirst();
    }

    void writeTo(ObjectNode material) {
        ArrayNode asked = material.putArray("queries");
        queries.forEach(query -> asked.add(Titles.cut(query, MAX_QUERY)));
        Map<UUID, Integer> numbers = new LinkedHashMap<>();
        candidates
                .values()
                .forEach(choice -> numbers.putIfAbsent(choice.signal().reportId(), numbers.size()));
        ArrayNode shown = material.putArray("reports");
        numbers.forEach((id, number) -> shown.add(report(id, number)));
        ArrayNode listed = material.putArray("candidates");
        candidates
                .values()
                .forEach(choice ->
                        listed.add(candidate(choice, numbers.get(choice.signal().reportId()))));
    }

    private ObjectNode report(UUID id, int number) {
        long strength = candidates.values().stream()
                .filter(choice -> choice.signal().reportId().equals(id))
                .flatMap(choice -> choice.distances().keySet().stream())
                .distinct()
                .count();
        return Json.mapper()
                .createObjectNode()
                .put("report", number)
                .put("title", reports.get(id).title())
                .put("signals", reports.get(id).size())
                .put("discovery_strength", strength);
    }

    private static ObjectNode candidate(Choice choice, int report) {
        ObjectNode candidate = Json.mapper()
                .createObjectNode()
                .put("signal_id", choice.signal().id().toString())
                .put("report", report)
                .put("source", choice.text().source().toString());
        ObjectNode distances = candidate.putObject("distance_by_query");
        choice.distances()
                .forEach((query, distance) ->
                        distances.put(String.valueOf(query), String.format(Locale.ROOT, "%.4f", distance)));
        return candidate.put("text", Titles.cut(choice.text().description(), MAX_TEXT));
    }
}
