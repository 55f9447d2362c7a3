package dev.sightline.signals.pipeline;

import dev.sightline.model.Embedder;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Gives signals their vectors (spec/signals.md 2.4). A signal is searched by its own description and by its title, which
 * finds what says the same in fewer words, and by any further queries a model wrote.
 */
public final class Embed {

    private final Embedder embedder;

    public Embed(Embedder embedder) {
        this.embedder = embedder;
    }

    /** Signals in one call of the embedder, in their order, without further queries. */
    public Uni<List<Embedded>> embed(List<Signal> signals) {
        return embed(signals, signals.stream().map(signal -> List.<String>of()).toList());
    }

    /** The same with the further queries of each signal. */
    Uni<List<Embedded>> embed(List<Signal> signals, List<List<String>> furtherQueries) {
        List<List<String>> texts = IntStream.range(0, signals.size())
                .mapToObj(i -> texts(signals.get(i), furtherQueries.get(i)))
                .toList();
        return embedder.embed(texts.stream().flatMap(List::stream).toList())
                .map(vectors -> embedded(signals, texts, vectors));
    }

    private static List<String> texts(Signal signal, List<String> furtherQueries) {
        return Stream.concat(Stream.of(signal.description(), signal.title()), furtherQueries.stream())
                .distinct()
                .toList();
    }

    private static List<Embedded> embedded(List<Signal> signals, List<List<String>> texts, List<float[]> vectors) {
        List<Embedded> embedded = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < signals.size(); i++) {
            int to = from + texts.get(i).size();
            embedded.add(embedded(signals.get(i), texts.get(i), vectors.subList(from, to)));
            from = to;
        }
        return embedded;
    }

    private static Embedded embedded(Signal signal, List<String> texts, List<float[]> vectors) {
        List<Query> queries = IntStream.range(0, texts.size())
                .mapToObj(i -> new Query(texts.get(i), vectors.get(i)))
                .toList();
        return new Embedded(signal, Fingerprints.of(signal), queries);
    }
}
