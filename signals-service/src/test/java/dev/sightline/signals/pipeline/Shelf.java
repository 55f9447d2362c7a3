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

    /** Stores a signal where it was placed. */
    void add(Placed placed) {
        Signal signal = placed.embedded().signal();
        texts.put(signal.id(), placed.text());
        Card before = cards.getOrDefault(placed.reportId(), new Card(null, 0));
        String title = placed.matched().title();
        cards.put(placed.reportId(), new Card(title == null ? before.title() : title, before.size() + 1));
        members.computeIfAbsent(placed.reportId(), id -> new ArrayList<>()).add(signal.description());
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
        List<String> all = members.getOrDefault(reportId, List.of());
        return Uni.createFrom().item(all.subList(Math.max(0, all.size() - 8), all.size()));
    }

    private static <T> Map<UUID, T> only(Map<UUID, T> all, Collection<UUID> ids) {
        return all.entrySet().stream()
                .filter(entry -> ids.contains(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
