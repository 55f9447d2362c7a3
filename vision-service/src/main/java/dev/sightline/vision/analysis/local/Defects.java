package dev.sightline.vision.analysis.local;

import dev.sightline.vision.analysis.Finding;
import dev.sightline.vision.analysis.ProblemType;
import dev.sightline.vision.analysis.timeline.Element;
import dev.sightline.vision.analysis.timeline.Moment;
import dev.sightline.vision.analysis.timeline.MomentKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What in a session an engineer would want to know of. Descriptions name the element, the page's path, the error and the
 * request, never anything of the one session, so that the same defect reads the same in every session that meets it.
 */
final class Defects {

    private static final long ONE_CLICK_MS = 2_500;
    private static final double SEEN_AGAIN = 0.05;
    private static final Pattern STATUS = Pattern.compile("answered (\\d{3})");

    private final SessionFacts facts;
    private final Map<String, Finding> findings = new LinkedHashMap<>();

    Defects(SessionFacts facts) {
        this.facts = facts;
    }

    List<Finding> findings() {
        errors();
        failedRequests();
        deadClicks();
        rageClicks();
        facts.of(MomentKind.SLOW_REQUEST).forEach(this::slowRequest);
        facts.of(MomentKind.FORM_ABANDONED).forEach(this::abandonedForm);
        return List.copyOf(findings.values());
    }

    private record Defect(ProblemType type, String description, double confidence) {}

    /** The same defect met twice is one finding that lasts from the first to the last time. */
    private void note(Moment moment, Defect defect) {
        long start = moment.time().fromMs() / 1000;
        long end = (moment.time().toMs() + 999) / 1000;
        String url = moment.where().url();
        findings.merge(
                defect.description,
                new Finding(defect.type, start, end, url, defect.description, defect.confidence),
                Defects::again);
    }

    private static Finding again(Finding first, Finding later) {
        return new Finding(
                first.problemType(),
                Math.min(first.startTime(), later.startTime()),
                Math.max(first.endTime(), later.endTime()),
                first.url(),
                first.description(),
                Math.min(0.95, Math.max(first.confidence(), later.confidence()) + SEEN_AGAIN));
    }

    private void errors() {
        List<Moment> after =
                new ArrayList<>(facts.of(MomentKind.ERROR_AFTER_CLICK).toList());
        while (!after.isEmpty()) {
            Moment first = after.get(0);
            List<Moment> together = after.stream()
                    .filter(error -> error.atMs() - first.atMs() <= ONE_CLICK_MS && sameElement(error, first))
                    .toList();
            after.removeAll(together);
            Moment main = together.stream().filter(Defects::thrown).findFirst().orElse(first);
            note(main, errorAfterClick(main));
        }
        facts.of(MomentKind.JS_ERROR).filter(Defects::thrown).forEach(error -> note(error, lonelyError(error)));
    }

    private static boolean thrown(Moment error) {
        return error.text().matches("(?s)\\w*(?:Error|Exception)\\b.*");
    }

    private static Defect errorAfterClick(Moment error) {
        String text = StableText.of(error.text());
        String where = StableText.element(error) + StableText.on(error);
        String description = errorName(text) + " when clicking " + where + "\nClicking " + where + " fails with \""
                + text + "\", and what the click was for does not happen.";
        return new Defect(ProblemType.BUG, description, thrown(error) ? 0.85 : 0.6);
    }

    private static Defect lonelyError(Moment error) {
        String text = StableText.of(error.text());
        String description = errorName(text) + StableText.on(error) + "\nThe page" + StableText.on(error) + " throws \""
                + text + "\" without a click that could have caused it.";
        return new Defect(ProblemType.BUG, description, 0.5);
    }

    private static String errorName(String text) {
        int end = text.indexOf(':');
        String name = end > 0 && end <= 40 && text.indexOf(' ') > end ? text.substring(0, end) : "";
        return name.isEmpty() ? "Error \"" + text + "\"" : name;
    }

    private void failedRequests() {
        facts.of(MomentKind.FAILED_REQUEST_AFTER_CLICK).forEach(failure -> note(failure, failedAfterClick(failure)));
        facts.of(MomentKind.FAILED_REQUEST).forEach(failure -> note(failure, failed(failure)));
    }

    private static Defect failedAfterClick(Moment failure) {
        String request = StableText.request(failure.text());
        String where = StableText.element(failure) + StableText.on(failure);
        String description = request + " after clicking " + where + "\nClicking " + where
                + " leads to a request that fails: " + request + ".";
        return new Defect(type(failure), description, confidence(failure, leadsAway(failure)));
    }

    private static Defect failed(Moment failure) {
        String request = StableText.request(failure.text());
        String description = request + StableText.on(failure) + "\nThe page" + StableText.on(failure)
                + " asks for something and fails to get it: " + request + ".";
        return new Defect(type(failure), description, confidence(failure, false) - 0.2);
    }

    /** A link that leads to an error is broken; a call that refuses what somebody typed may be right. */
    private static boolean leadsAway(Moment failure) {
        return failure.where().element().role().equals("link");
    }

    private static ProblemType type(Moment failure) {
        return status(failure) >= 500 || status(failure) == 0 || leadsAway(failure)
                ? ProblemType.BUG
                : ProblemType.UX_FRICTION;
    }

    private static double confidence(Moment failure, boolean brokenLink) {
        return brokenLink ? 0.75 : status(failure) >= 500 ? 0.85 : status(failure) == 0 ? 0.6 : 0.45;
    }

    private static int status(Moment failure) {
        Matcher status = STATUS.matcher(failure.text());
        return status.find() ? Integer.parseInt(status.group(1)) : 0;
    }

    private void deadClicks() {
        facts.of(MomentKind.DEAD_CLICK).forEach(dead -> note(dead, deadClick(dead)));
    }

    private Defect deadClick(Moment dead) {
        String element = StableText.element(dead);
        String description = capital(element) + StableText.on(dead) + " does nothing when clicked\nClicks on " + element
                + StableText.on(dead) + " change nothing on the page, lead nowhere and start no request.";
        boolean promising = List.of("button", "link", "tab", "menuitem")
                .contains(dead.where().element().role());
        boolean raged = facts.of(MomentKind.RAGE_CLICK).anyMatch(rage -> sameElement(rage, dead));
        boolean again = !dead.text().isEmpty();
        double confidence = raged ? 0.85 : again ? 0.65 : 0.5;
        return new Defect(
                promising ? ProblemType.BUG : ProblemType.UX_FRICTION, description, promising ? confidence : 0.3);
    }

    /** A rage at a dead element is told by the dead click; steppers and arrows are meant to be clicked fast. */
    private void rageClicks() {
        facts.of(MomentKind.RAGE_CLICK)
                .filter(rage -> facts.of(MomentKind.DEAD_CLICK).noneMatch(dead -> sameElement(rage, dead)))
                .forEach(rage -> note(rage, rageClick(rage)));
    }

    private static Defect rageClick(Moment rage) {
        String element = StableText.element(rage);
        String description = "Visitors click " + element + StableText.on(rage) + " again and again\n" + capital(element)
                + StableText.on(rage) + " is clicked many times within a second, as if it did not do what it promises.";
        boolean stepper = Words.of(rage.where().element().name()).all().isEmpty();
        return new Defect(ProblemType.UX_FRICTION, description, stepper ? 0.3 : 0.5);
    }

    private void slowRequest(Moment slow) {
        String request = StableText.of(slow.text().replaceAll(" answered \\d+ after \\d+ s$", ""));
        String description = request + StableText.on(slow) + " takes seconds to answer\nVisitors" + StableText.on(slow)
                + " wait more than four seconds for " + request + ".";
        note(slow, new Defect(ProblemType.UX_FRICTION, description, 0.45));
    }

    /** People may leave a form for reasons of their own, unless something went wrong on the same page. */
    private void abandonedForm(Moment form) {
        String name = StableText.element(form) + StableText.on(form);
        boolean troubled = facts.scenes().stream()
                .map(Scene::moment)
                .anyMatch(moment -> moment.kind().trouble()
                        && moment.kind() != MomentKind.FORM_ABANDONED
                        && moment.where().path().equals(form.where().path()));
        String description = capital(name) + " is filled in and left unsent\nVisitors type into the fields of " + name
                + " and leave without sending it.";
        note(form, new Defect(ProblemType.UX_FRICTION, description, troubled ? 0.55 : 0.35));
    }

    private static boolean sameElement(Moment one, Moment other) {
        Element element = one.where().element();
        return element.equals(other.where().element())
                && one.where().path().equals(other.where().path());
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
