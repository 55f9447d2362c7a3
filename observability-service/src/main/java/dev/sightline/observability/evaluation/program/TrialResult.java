package dev.sightline.observability.evaluation.program;

import dev.sightline.observability.generation.Generation;
import dev.sightline.observability.hog.Verdict;
import java.util.UUID;

/**
 * What a program made of one event (spec/observability.md 6.4).
 *
 * @param result null if the program does not apply or failed; {@code error} tells which
 */
record TrialResult(
        UUID eventUuid,
        String traceId,
        String inputPreview,
        String outputPreview,
        Boolean result,
        String reasoning,
        String error) {

    private static final int PREVIEW = 200;

    static TrialResult of(Generation generation, Verdict verdict) {
        return new TrialResult(
                generation.event().uuid(),
                generation.traceId(),
                preview(generation.input()),
                preview(generation.output()),
                verdict instanceof Verdict.Judged judged ? judged.result() : null,
                verdict.reasoning(),
                error(verdict));
    }

    private static String error(Verdict verdict) {
        if (verdict instanceof Verdict.Broken broken) {
            return broken.error();
        }
        if (verdict instanceof Verdict.UnfitInput unfit) {
            return unfit.error();
        }
        return verdict instanceof Verdict.Interrupted
                ? "The samples took too long together; this one was not finished."
                : null;
    }

    /** The first 200 characters, none of them halved. */
    private static String preview(String text) {
        return text.codePointCount(0, text.length()) <= PREVIEW
                ? text
                : text.substring(0, text.offsetByCodePoints(0, PREVIEW));
    }
}
