package dev.sightline.signals.pipeline;

import dev.sightline.signals.pipeline.Library.Card;
import dev.sightline.signals.pipeline.Library.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The signals of a batch that found their reports already, laid over what is stored: nothing of them is stored yet. */
final class BatchSoFar {

    private final Map<UUID, Placed> placed = new LinkedHashMap<>();

    void add(Placed signal) {
        placed.put(signal.signalId(), signal);
    }

    List<Placed> all() {
        return List.copyOf(placed.values());
    }

    boolean holds(UUID signalId) {
        return placed.containsKey(signalId);
    }

    Map<UUID, Text> over(Map<UUID, Text> stored) {
        Map<UUID, Text> texts = new LinkedHashMap<>(stored);
        placed.forEach((id, signal) -> texts.put(id, signal.text()));
        return texts;
    }

    /** How a report reads with what the batch adds to it; empty if it neither is stored nor was opened by the batch. */
    Optional<Card> card(UUID reportId, Optional<Card> stored) {
        String title = added(reportId)
                .map(signal -> signal.matched().title())
                .filter(Objects::nonNull)
                .reduce((first, last) -> last)
                .orElse(stored.map(Card::title).orElse(null));
        int size = stored.map(Card::size).orElse(0) + (int) added(reportId).count();
        return title == null ? Optional.empty() : Optional.of(new Card(title, size));
    }

    /** Descriptions of a report's signals, the batch's last. */
    List<String> members(UUID reportId, List<String> stored) {
        List<String> members = new ArrayList<>(stored);
        added(reportId).forEach(signal -> members.add(signal.text().description()));
        return members;
    }

    private Stream<Placed> added(UUID reportId) {
        return placed.values().stream().filter(signal -> signal.reportId().equals(reportId));
    }
}
