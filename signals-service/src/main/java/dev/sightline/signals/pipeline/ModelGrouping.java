package dev.sightline.signals.pipeline;

import dev.sightline.signals.pipeline.Library.Card;
import dev.sightline.signals.pipeline.Library.Text;
import dev.sightline.signals.pipeline.MatchDecision.Existing;
import dev.sightline.signals.pipeline.Specificity.Group;
import dev.sightline.time.UuidV7;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes a batch of signals to their reports with a model: it writes queries for all of them side by side, then matches one
 * after the other, so that each finds those before it, and checks each match for specificity. Where the model is of no use
 * the local rule decides and says so; where it is away the whole batch fails, and what was answered is kept.
 */
public final class ModelGrouping {

    private static final int SIDE_BY_SIDE = 5;

    private final Library library;
    private final Embed embed;
    private final QueryWriter writer;
    private final ModelMatch match;
    private final Specificity specificity;

    public ModelGrouping(ModelChoice choice, Embed embed, Library library) {
        this.library = library;
        this.embed = embed;
        this.writer = new QueryWriter(choice);
        this.match = new ModelMatch(choice);
        this.specificity = new Specificity(choice);
    }

    /** Where each signal goes. All of them are in {@code live} then, also if a later one fails. */
    public Uni<List<Placed>> place(List<Signal> batch, LiveSignals live) {
        return library.examples()
                .flatMap(examples -> queries(batch, examples))
                .flatMap(queries -> embed.embed(batch, queries))
                .flatMap(embedded -> inOrder(embedded, live));
    }

    private Uni<List<List<String>>> queries(List<Signal> batch, List<Text> examples) {
        if (batch.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return Uni.join()
                .all(batch.stream().map(signal -> queries(signal, examples)).toList())
                .usingConcurrencyOf(SIDE_BY_SIDE)
                .andFailFast();
    }

    /** Without queries of the model a signal is searched by its own words. */
    private Uni<List<String>> queries(Signal signal, List<Text> examples) {
        return writer.write(signal, examples).onFailure(Absence::isOfNoUse).recoverWithItem(() -> List.of());
    }

    private Uni<List<Placed>> inOrder(List<Embedded> signals, LiveSignals live) {
        BatchSoFar batch = new BatchSoFar();
        return Multi.createFrom()
                .iterable(signals)
                .onItem()
                .transformToUniAndConcatenate(signal -> place(signal, live, batch))
                .onItem()
                .ignoreAsUni()
                .map(done -> batch.all());
    }

    private Uni<Placed> place(Embedded signal, LiveSignals live, BatchSoFar batch) {
        List<Found> found = Search.nearest(signal.queries(), live);
        return matched(signal.signal(), found, batch)
                .onFailure(Absence::isOfNoUse)
                .recoverWithItem(
                        () -> Matched.unchecked(new LexicalMatch(live, Absence.OF_NO_USE).decide(signal, found)))
                .map(matched -> placed(signal, matched))
                .invoke(placed -> {
                    live.put(signal.in(placed.reportId()), signal.vector());
                    batch.add(placed);
                });
    }

    private static Placed placed(Embedded signal, Matched matched) {
        UUID report = matched.decision() instanceof Existing existing ? existing.reportId() : UuidV7.next();
        return new Placed(signal, matched, report);
    }

    private Uni<Matched> matched(Signal signal, List<Found> found, BatchSoFar batch) {
        return choices(found, batch).flatMap(choices -> match.decide(signal, choices)
                .flatMap(decision -> decision instanceof Existing existing
                        ? checked(signal, existing, choices, batch)
                        : Uni.createFrom().item(Matched.unchecked(decision))));
    }

    private Uni<Matched> checked(Signal signal, Existing existing, Choices choices, BatchSoFar batch) {
        UUID report = existing.reportId();
        return library.newest(report)
                .map(newest -> new Group(choices.reports().get(report), batch.members(report, newest)))
                .flatMap(group -> specificity.check(signal, existing, group));
    }

    private Uni<Choices> choices(List<Found> found, BatchSoFar batch) {
        List<UUID> stored =
                Choices.signals(found).stream().filter(id -> !batch.holds(id)).toList();
        return library.texts(stored).flatMap(texts -> library.cards(Choices.reports(found))
                .map(cards -> Choices.of(found, batch.over(texts), cards(found, cards, batch))));
    }

    private static Map<UUID, Card> cards(List<Found> found, Map<UUID, Card> stored, BatchSoFar batch) {
        Map<UUID, Card> cards = new LinkedHashMap<>();
        Choices.reports(found).forEach(id -> batch.card(id, Optional.ofNullable(stored.get(id)))
                .ifPresent(card -> cards.put(id, card)));
        return cards;
    }
}
