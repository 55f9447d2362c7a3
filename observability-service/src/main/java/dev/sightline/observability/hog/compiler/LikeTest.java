package dev.sightline.observability.hog.compiler;

import dev.sightline.observability.hog.vm.Frame;
import dev.sightline.observability.hog.vm.LikePattern;
import dev.sightline.observability.hog.vm.TextMatch;

/** {@code like} and {@code ilike}. The pattern is evaluated first; the last one used is kept ready. */
final class LikeTest extends Condition {

    private final boolean ignoreCase;
    private final Node pattern;
    private final Node text;
    private LikePattern ready;

    LikeTest(boolean ignoreCase, Node pattern, Node text) {
        super(pattern, text);
        this.ignoreCase = ignoreCase;
        this.pattern = pattern;
        this.text = text;
    }

    @Override
    boolean test(Frame frame) {
        Object wanted = pattern.boxed(frame);
        Object given = text.boxed(frame);
        return prepared(TextMatch.likeOperand(wanted)).matches(frame.run, TextMatch.likeOperand(given));
    }

    /** Threads may overwrite each other's: a pattern is immutable, so the worst is preparing it again. */
    private LikePattern prepared(String source) {
        LikePattern known = ready;
        if (known == null || !known.isOf(source)) {
            known = LikePattern.of(source, ignoreCase);
            ready = known;
        }
        return known;
    }
}
