package dev.sightline.signals.pipeline;

import dev.sightline.signals.pipeline.Judgement.Presentation;
import dev.sightline.signals.pipeline.Judgement.Reasoned;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Judges without a model and says so.
 *
 * <ul>
 *   <li><b>Title</b>: the title most signals have (the oldest of equals) as {@code fix(area): …}, where the area is the
 *       first part of the page it names; at most 96 characters.
 *   <li><b>Summary</b>: how often, since when and by which sources it was seen; what the newest signal of that title
 *       says; up to five titles as evidence.
 *   <li><b>Actionability</b>: immediately actionable if a title names an element, a page, an endpoint or a type of
 *       error; otherwise a person must look if anything was described in {@value #TELLING} words or more; otherwise not
 *       actionable.
 *   <li><b>Priority</b>: see {@link Urgency}.
 *   <li><b>Already addressed</b>: false, since no code is read.
 * </ul>
 */
public final class LocalJudge implements Judge {

    private static final int TELLING = 8;
    private static final int SHOWN_TITLES = 5;
    private static final String HOW = "Local rules, no language model configured: ";

    private final Clock clock;

    public LocalJudge(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Uni<Judgement> judge(Evidence evidence) {
        return Uni.createFrom().item(() -> judged(evidence, clock.instant()));
    }

    private static Judgement judged(Evidence evidence, Instant now) {
        Reasoned<Actionability> actionability = actionability(evidence);
        Optional<Reasoned<Priority>> priority = actionability.choice() == Actionability.NOT_ACTIONABLE
                ? Optional.empty()
                : Optional.of(Urgency.of(evidence.signals(), now));
        return new Judgement(presentation(evidence), actionability, priority, false);
    }

    private static Presentation presentation(Evidence evidence) {
        String title = commonTitle(evidence.signals());
        return new Presentation(pullRequestTitle(title), summary(evidence, title));
    }

    private static String commonTitle(List<Signal> signals) {
        Map<String, Long> counts = signals.stream()
                .collect(Collectors.groupingBy(Signal::title, LinkedHashMap::new, Collectors.counting()));
        long most = counts.values().stream().max(Comparator.naturalOrder()).orElseThrow();
        return counts.entrySet().stream()
                .filter(count -> count.getValue() == most)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private static String pullRequestTitle(String title) {
        String area = Marks.of(title).pages().stream()
                .map(page -> page.split("/"))
                .filter(parts -> parts.length > 1)
                .map(parts -> "fix(" + parts[1] + "): ")
                .findFirst()
                .orElse("fix: ");
        return Titles.cut(area + title, Titles.MAX_TITLE);
    }

    private static String summary(Evidence evidence, String title) {
        List<Signal> signals = evidence.signals();
        Signal newest = signals.stream()
                .filter(signal -> signal.title().equals(title))
                .reduce((older, newer) -> newer)
                .orElseThrow();
        return "Seen %d times from %s to %s by %s.\n\n%s\n\nEvidence:\n%s\n\n%sno code was read, so the cause and the fix are open."
                .formatted(
                        signals.size(),
                        signals.get(0).at(),
                        signals.get(signals.size() - 1).at(),
                        products(signals),
                        Titles.summary(newest),
                        titles(signals),
                        HOW);
    }

    private static String products(List<Signal> signals) {
        return String.join(", ", distinct(signals, signal -> signal.source().product()));
    }

    private static String titles(List<Signal> signals) {
        return signals.stream()
                .map(Titles::of)
                .distinct()
                .limit(SHOWN_TITLES)
                .map(title -> "- " + title)
                .collect(Collectors.joining("\n"));
    }

    private static TreeSet<String> distinct(List<Signal> signals, Function<Signal, String> member) {
        return signals.stream().map(member).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Reasoned<Actionability> actionability(Evidence evidence) {
        Optional<String> concrete = evidence.signals().stream()
                .map(Signal::title)
                .filter(title -> Marks.of(title).any())
                .findFirst();
        if (concrete.isPresent()) {
            return new Reasoned<>(
                    Actionability.IMMEDIATELY_ACTIONABLE,
                    HOW + "\"" + Titles.cut(concrete.get(), Titles.MAX_TITLE) + "\" names the place to look at.");
        }
        boolean told = evidence.signals().stream()
                .anyMatch(signal -> signal.description().split("\\s+").length >= TELLING);
        return told
                ? new Reasoned<>(
                        Actionability.REQUIRES_HUMAN_INPUT,
                        HOW + "something is described, but no element, page, endpoint or error is named.")
                : new Reasoned<>(Actionability.NOT_ACTIONABLE, HOW + "too little is said to act on.");
    }
}
