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

    /** One signal with its queries, the description's first. */
    public Uni<Embedded> embed(Signal signal, List<String> furtherQueries) {
        List<String> texts = Stream.concat(Stream.of(signal.description(), signal.title()), furtherQueries.stream())
                .distinct()
                .toList();
        return embedder.embed(texts).map(vectors -> embedded(signal, texts, vectors));
    }

    /** Several signals in one call of the embedder, in their order, without further queries. */
    public Uni<List<Embedded>> embed(List<Signal> signals) {
        List<String> texts = signals.stream()
                .flatMap(signal -> Stream.of(signal.description(), signal.title()))
                .toList();
        return embedder.embed(texts).map(vectors -> embedded(signals, texts, vectors));
    }

    private static List<Embedded> embedded(List<Signal> signals, List<String> texts, List<float[]> vectors) {
        List<Embedded> embedded = new ArrayList<>();
        for (int i = 0; i < signals.size(); i++) {
            int to = 2 * i + 2;
            embedded.add(embedded(signals.get(i), texts.subList(2 * i, to), vectors.subList(2 * i, to)));
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
