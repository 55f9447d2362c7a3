package dev.sightline.signals.pipeline;

import dev.sightline.signals.signal.SignalSource;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** A library for tests, filled by hand. */
final class Shelf implements Library {

    final List<Text> examples = new ArrayList<>();
    private final Map<UUID, Text> texts = new HashMap<>();
    private final Map<UUID, Card> cards = new HashMap<>();
    private final Map<UUID, List<String>> members = new HashMap<>();

    void report(UUID id, String title, Signal... signals) {
        cards.put(id, new Card(title, signals.length));
        members.put(id, new ArrayList<>());
        for (Signal signal : signals) {
            texts.put(signal.id(), new Text(signal.source(), signal.description()));
            members.get(id).add(signal.description());
        }
    }

    void example(SignalSource source, String text) {
        examples.add(new Text(source, text));
    }

    @Override
    public Uni<List<Text>> examples() {
        return Uni.createFrom().item(examples);
    }

    @Override
    public Uni<Map<UUID, Text>> texts(Collection<UUID> signalIds) {
        return Uni.createFrom().item(only(texts, signalIds));
    }

    @Override
    public Uni<Map<UUID, Card>> cards(Collection<UUID> reportIds) {
        return Uni.createFrom().item(only(cards, reportIds));
    }

    @Override
    public Uni<List<String>> newest(UUID reportId) {
        return Uni.createFrom().item(members.getOrDefault(reportId, List.of()));
    }

    private static <T> Map<UUID, T> only(Map<UUID, T> all, Collection<UUID> ids) {
        return all.entrySet().stream()
                .filter(entry -> ids.contains(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
