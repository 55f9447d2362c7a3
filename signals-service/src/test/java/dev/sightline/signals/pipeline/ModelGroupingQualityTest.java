package dev.sightline.signals.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.model.local.LexicalEmbedder;
import dev.sightline.signals.pipeline.LabelledSignals.Labelled;
import dev.sightline.signals.pipeline.ModelChoice.Limits;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the search with local vectors leaves a model to choose among, and how many tokens it is asked with. */
class ModelGroupingQualityTest {

    private static final int BATCH = 20;

    private final List<Labelled> set = new ArrayList<>();

    @BeforeEach
    void shuffle() {
        set.addAll(LabelledSignals.read("tuning.txt"));
        set.addAll(LabelledSignals.read("heldout.txt"));
        Collections.shuffle(set, new Random(1));
    }

    @Test
    void aModelWithoutFaultFindsEveryGroup() {
        LabellingModel model = new LabellingModel(set);

        List<UUID> reports = group(model);

        ClusterQuality quality =
                ClusterQuality.of(set.stream().map(Labelled::group).toList(), reports);
        System.out.printf("labels as matcher, %d signals: %s%n", set.size(), quality);
        assertEquals(1, quality.homogeneity(), 1e-9, quality::toString);
        assertEquals(1, quality.completeness(), 1e-9, quality::toString);
    }

    @Test
    void aSignalIsAskedAboutWithinBounds() {
        LabellingModel model = new LabellingModel(set);

        group(model);

        model.tokens.forEach((question, tokens) -> System.out.printf(
                "%-14s asked %d times, %.0f tokens each, at most %d%n",
                question, tokens.size(), mean(tokens), Collections.max(tokens)));
        assertEquals(set.size(), model.tokens.get("search_queries").size());
        assertTrue(model.tokens.get("signal_match").size() < set.size());
        assertTrue(mean(model.tokens.get("search_queries")) < 250);
        assertTrue(mean(model.tokens.get("signal_match")) < 2_200);
        assertTrue(mean(model.tokens.get("specificity")) < 350);
    }

    private List<UUID> group(LabellingModel model) {
        LexicalEmbedder embedder = new LexicalEmbedder();
        ModelChoice choice = new ModelChoice(model, "labels", Limits.USUAL, AnswerStore.NONE);
        Shelf shelf = new Shelf();
        ModelGrouping grouping = new ModelGrouping(choice, new Embed(embedder), shelf);
        LiveSignals live = new LiveSignals(embedder.dimensions(), 1_000);
        List<UUID> reports = new ArrayList<>();
        for (int from = 0; from < set.size(); from += BATCH) {
            List<Signal> batch = set.subList(from, Math.min(set.size(), from + BATCH)).stream()
                    .map(Labelled::signal)
                    .toList();
            List<Placed> placed = grouping.place(batch, live).await().indefinitely();
            placed.forEach(shelf::add);
            placed.forEach(signal -> reports.add(signal.reportId()));
        }
        return reports;
    }

    private static double mean(List<Integer> tokens) {
        return tokens.stream().mapToInt(count -> count).average().orElseThrow();
    }
}
