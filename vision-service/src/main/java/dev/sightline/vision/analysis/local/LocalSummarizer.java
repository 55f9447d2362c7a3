package dev.sightline.vision.analysis.local;

import dev.sightline.vision.analysis.Citations;
import dev.sightline.vision.analysis.Facets;
import dev.sightline.vision.analysis.Judgement;
import dev.sightline.vision.analysis.ModelOutput;
import dev.sightline.vision.analysis.OutputRules;
import dev.sightline.vision.analysis.ScannerConfig;
import dev.sightline.vision.analysis.timeline.Moment;
import dev.sightline.vision.analysis.timeline.MomentKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells a session from its pages, its troubles and its end: one sentence when short, one paragraph when medium, one for
 * the way, the doings, the troubles and the end each when long.
 */
final class LocalSummarizer {

    private static final double CONFIDENCE = 0.6;
    private static final int MAX_TITLE = 120;
    private static final int MAX_PAGES = 8;
    private static final int MAX_KEYWORDS = 15;
    private static final List<String> FIRST_KEYWORDS =
            List.of("session", "recording", "visitor", "page", "local rules");

    private final ScannerConfig.Summarizer config;
    private final SessionFacts facts;
    private final Purpose purpose;
    private final List<Moment> troubles;

    LocalSummarizer(ScannerConfig.Summarizer config, SessionFacts facts, Vocabulary vocabulary) {
        this.config = config;
        this.facts = facts;
        this.purpose = new Purpose(facts, vocabulary);
        this.troubles = facts.scenes().stream()
                .map(Scene::moment)
                .filter(moment -> moment.kind().trouble())
                .toList();
    }

    ModelOutput output() {
        long duration = facts.session().timeline().durationMs();
        Judgement summary = new Judgement(Citations.read(body(), duration), CONFIDENCE);
        Facets facets = new Facets(purpose.intent(), outcome(), frictionPoints(), keywords());
        return OutputRules.summarizer(title(), summary, facets);
    }

    private String title() {
        String told = troubles.isEmpty() ? purpose.did() : Citations.strip(Prose.told(troubles.get(0)));
        String title = "Visitor " + told + (troubles.isEmpty() ? "" : facts.completed() ? ", completed anyway" : "");
        return title.codePointCount(0, title.length()) <= MAX_TITLE
                ? title
                : title.substring(0, title.offsetByCodePoints(0, MAX_TITLE - 1)) + "…";
    }

    private String body() {
        return switch (config.length()) {
            case SHORT -> way() + " " + shortTroubles() + end();
            case MEDIUM ->
                Stream.of(way(), troubles(5), end(), Prose.SIGNATURE)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" "));
            case LONG -> String.join("\n\n", way(), doings(), troublesOrNone(), end() + " " + Prose.SIGNATURE);
        };
    }

    private String way() {
        List<Moment> pages = facts.of(MomentKind.PAGE).toList();
        if (pages.isEmpty()) {
            return "The recording shows no page by its address.";
        }
        String way = pages.stream()
                .limit(MAX_PAGES)
                .map(page -> Prose.words(page.where().path()) + " " + Citations.mark(page.atMs()))
                .collect(Collectors.joining(", "));
        int more = pages.size() - MAX_PAGES;
        return "The visitor opened " + way + (more > 0 ? " and " + Prose.count(more, "more page") + "." : ".");
    }

    private String doings() {
        List<Moment> doings = facts.scenes().stream()
                .map(Scene::moment)
                .filter(moment -> moment.kind() == MomentKind.INPUT
                        || moment.kind() == MomentKind.SUBMIT
                        || moment.kind() == MomentKind.EVENT)
                .toList();
        long clicks = facts.of(MomentKind.CLICK).count();
        String clicked = "The visitor clicked " + (clicks == 1 ? "once." : clicks + " times.");
        return doings.isEmpty() ? clicked : clicked + " The visitor " + Prose.list(doings) + ".";
    }

    private String troubles(int most) {
        return troubles.isEmpty()
                ? ""
                : "The visitor " + Prose.list(troubles.stream().limit(most).toList()) + ".";
    }

    private String shortTroubles() {
        return troubles.isEmpty() ? "" : "The visitor " + Prose.cited(troubles.get(0)) + "; ";
    }

    private String troublesOrNone() {
        return troubles.isEmpty() ? "Nothing hindered the visitor." : troubles(5);
    }

    /** The last sentence; in a short summary it may follow another and carries the signature. */
    private String end() {
        String end = lastGoal()
                .map(goal -> "in the end the visitor " + Prose.cited(goal))
                .orElse("the session ended without a sign that a goal was reached");
        boolean inShort = config.length() == ScannerConfig.Length.SHORT;
        String sentence = inShort && !troubles.isEmpty() ? end : capital(end);
        return sentence + (inShort ? " (judged by local rules, without a language model)." : ".");
    }

    private String outcome() {
        String trouble = troubles.isEmpty() ? "." : ", in spite of trouble.";
        return lastGoal()
                .map(goal -> "The visitor " + Prose.told(goal) + trouble)
                .orElse("No goal was seen to be reached.");
    }

    private Optional<Moment> lastGoal() {
        return facts.of(MomentKind.COMPLETED).reduce((first, last) -> last);
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private List<String> frictionPoints() {
        return troubles.stream().map(Prose::told).distinct().limit(10).toList();
    }

    private List<String> keywords() {
        Set<String> words = new LinkedHashSet<>(purpose.topics());
        troubles.forEach(trouble -> words.add(trouble.kind().label().replace('_', ' ')));
        facts.of(MomentKind.EVENT).forEach(event -> words.add(Prose.words(event.text())));
        facts.of(MomentKind.PAGE)
                .forEach(page -> words.addAll(Words.of(page.where().path()).all()));
        List<String> keywords = new ArrayList<>(words);
        FIRST_KEYWORDS.stream().limit(Math.max(0, 5 - keywords.size())).forEach(keywords::add);
        return keywords.stream().limit(MAX_KEYWORDS).toList();
    }
}
