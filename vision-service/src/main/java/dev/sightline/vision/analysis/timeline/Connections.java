package dev.sightline.vision.analysis.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Draws what only shows when moments are seen together: errors and failed requests that follow a click, the same error
 * told twice, completions told by pages, forms that were sent after all.
 */
final class Connections {

    static final long AFTER_CLICK_MS = 2_000;
    private static final long SAME_MS = 2_000;

    private final Moments moments;

    Connections(Moments moments) {
        this.moments = moments;
    }

    void draw() {
        distinct(MomentKind.JS_ERROR);
        distinct(MomentKind.FAILED_REQUEST);
        withoutVague();
        completions();
        sentForms();
        distinctSubmits();
        List<Moment> clicks = moments.of(MomentKind.CLICK);
        afterClick(clicks, MomentKind.JS_ERROR, MomentKind.ERROR_AFTER_CLICK);
        afterClick(clicks, MomentKind.FAILED_REQUEST, MomentKind.FAILED_REQUEST_AFTER_CLICK);
    }

    /** An uncaught error is reported by the console and as an exception; a request by two observers. */
    private void distinct(MomentKind kind) {
        List<Moment> kept = new ArrayList<>();
        for (Moment moment : moments.of(kind)) {
            if (lately(kept, moment).noneMatch(earlier -> alike(earlier.text(), moment.text()))) {
                kept.add(moment);
            }
        }
        moments.replace(kind, kept);
    }

    private static boolean alike(String one, String other) {
        return !one.isEmpty() && !other.isEmpty() && (one.contains(other) || other.contains(one));
    }

    private static Stream<Moment> lately(List<Moment> kept, Moment moment) {
        int from = Math.max(0, kept.size() - 20);
        return kept.subList(from, kept.size()).stream().filter(earlier -> near(earlier, moment));
    }

    private static boolean near(Moment one, Moment other) {
        return Math.abs(one.atMs() - other.atMs()) <= SAME_MS;
    }

    /** What an event says of a failed request is dropped where the request itself was recorded. */
    private void withoutVague() {
        List<Moment> failures = moments.of(MomentKind.FAILED_REQUEST);
        List<Moment> recorded =
                failures.stream().filter(moment -> moment.text().contains("/")).toList();
        moments.replace(
                MomentKind.FAILED_REQUEST,
                failures.stream()
                        .filter(moment -> moment.text().contains("/")
                                || recorded.stream().noneMatch(other -> near(other, moment)))
                        .toList());
    }

    private void completions() {
        List<Moment> told = moments.of(MomentKind.COMPLETED);
        for (Moment page : moments.of(MomentKind.PAGE)) {
            String path = page.where().path();
            if (CompletionSigns.inPage(path) && told.stream().noneMatch(event -> near(event, page))) {
                moments.add(new Moment(page.time(), MomentKind.COMPLETED, "reached " + path, page.where()));
            }
        }
    }

    private void sentForms() {
        List<Moment> sent = moments.of(MomentKind.SUBMIT);
        moments.replace(
                MomentKind.FORM_ABANDONED,
                moments.of(MomentKind.FORM_ABANDONED).stream()
                        .filter(form -> sent.stream().noneMatch(submit -> sends(submit, form)))
                        .toList());
    }

    /** A click on the form's button and the event it causes are one sending; the click knows the form. */
    private void distinctSubmits() {
        List<Moment> sent = moments.of(MomentKind.SUBMIT);
        moments.replace(
                MomentKind.SUBMIT,
                sent.stream()
                        .filter(submit -> !submit.where().element().isNone()
                                || sent.stream()
                                        .noneMatch(other -> near(other, submit)
                                                && !other.where().element().isNone()))
                        .toList());
    }

    private static boolean sends(Moment submit, Moment form) {
        long after = submit.atMs() - form.time().toMs();
        boolean samePage = submit.where().path().equals(form.where().path());
        return submit.where().element().isNone() && samePage && after >= -SAME_MS && after <= 600_000;
    }

    private void afterClick(List<Moment> clicks, MomentKind effect, MomentKind drawn) {
        int next = 0;
        for (Moment moment : moments.of(effect)) {
            while (next < clicks.size() && clicks.get(next).atMs() <= moment.atMs()) {
                next++;
            }
            if (next > 0 && moment.atMs() - clicks.get(next - 1).atMs() <= AFTER_CLICK_MS) {
                moments.add(follows(clicks.get(next - 1), moment, drawn));
            }
        }
    }

    private static Moment follows(Moment click, Moment effect, MomentKind drawn) {
        TimeRange time = new TimeRange(click.atMs(), effect.time().toMs());
        return new Moment(time, drawn, effect.text(), click.where());
    }
}
