package dev.sightline.signals.pipeline;

import dev.sightline.signals.pipeline.MatchDecision.Existing;
import dev.sightline.signals.pipeline.MatchDecision.Opening;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Matches without a language model. Of the candidates that search nominated, the most alike one decides if its distance
 * is at most {@value #FARTHEST}; a report of which any candidate contradicts the signal (another label, page, endpoint
 * or type of error in the title) is out. Distance here is 1 − {@link Likeness}.
 *
 * <p>The threshold and the features were chosen on one half of a labelled set; PERFORMANCE.md has the figures of both.
 */
public final class LexicalMatch {

    /** Distance up to which signals belong together. */
    public static final double FARTHEST = 0.76;

    private final LiveSignals live;
    private final double farthest;
    private final String rule;

    /** @param why a model does not decide */
    public LexicalMatch(LiveSignals live, Absence why) {
        this(live, FARTHEST, why);
    }

    LexicalMatch(LiveSignals live, double farthest, Absence why) {
        this.live = live;
        this.farthest = farthest;
        this.rule = "Decided by lexical distance, " + why + ": ";
    }

    /** A candidate, the query that found it, and how alike it is. */
    private record Alike(LiveSignal signal, String query, double likeness) {}

    /** The report of a signal, given what its queries found. */
    public MatchDecision decide(Embedded embedded, List<Found> found) {
        List<Alike> compared = compare(embedded.fingerprint(), found);
        Optional<Alike> best = best(compared);
        return best.filter(alike -> distance(alike) <= farthest)
                .<MatchDecision>map(this::existing)
                .orElseGet(() -> opening(embedded.signal(), compared, best));
    }

    private List<Alike> compare(Fingerprint fingerprint, List<Found> found) {
        Likeness likeness = live.likeness(fingerprint);
        Map<UUID, Alike> bySignal = new LinkedHashMap<>();
        for (Found one : found) {
            for (Candidate candidate : one.candidates()) {
                LiveSignal other = candidate.signal();
                bySignal.computeIfAbsent(
                        other.id(), id -> new Alike(other, one.query().text(), likeness.of(other.fingerprint())));
            }
        }
        return new ArrayList<>(bySignal.values());
    }

    private static Optional<Alike> best(List<Alike> compared) {
        Set<UUID> contradicted = compared.stream()
                .filter(alike -> alike.likeness() == Likeness.CONTRADICTION)
                .map(alike -> alike.signal().reportId())
                .collect(Collectors.toSet());
        return compared.stream()
                .filter(alike -> alike.likeness() == 1
                        || !contradicted.contains(alike.signal().reportId()))
                .max(Comparator.comparingDouble(Alike::likeness)
                        .thenComparing(Alike::signal, LiveSignal.BY_AGE.reversed()));
    }

    private Existing existing(Alike alike) {
        return new Existing(alike.signal().reportId(), alike.signal().id(), alike.query(), reason(alike));
    }

    private Opening opening(Signal signal, List<Alike> compared, Optional<Alike> best) {
        String reason = best.map(this::reason).orElse(rule + "nothing like it.");
        List<UUID> rejected =
                compared.stream().map(alike -> alike.signal().id()).toList();
        return new Opening(Titles.of(signal), Titles.summary(signal), rejected, reason);
    }

    private String reason(Alike nearest) {
        return rule + String.format(Locale.ROOT, "nearest at %.4f, limit %.2f.", distance(nearest), farthest);
    }

    private static double distance(Alike alike) {
        return 1 - Math.max(0, alike.likeness());
    }
}
