package dev.sightline.observability.hog.compiler;

import dev.sightline.observability.hog.vm.Frame;
import dev.sightline.observability.hog.vm.RegexPattern;
import dev.sightline.observability.hog.vm.TextMatch;

/** {@code =~} and its kin. Null or an empty text on either side makes all of them false. */
final class RegexTest extends Condition {

    private final boolean ignoreCase;
    private final boolean negated;
    private final Node pattern;
    private final Node text;
    private RegexPattern ready;

    RegexTest(Op op, Node pattern, Node text) {
        super(pattern, text);
        this.ignoreCase = op == Op.IREGEX || op == Op.NOT_IREGEX;
        this.negated = op == Op.NOT_REGEX || op == Op.NOT_IREGEX;
        this.pattern = pattern;
        this.text = text;
    }

    @Override
    boolean test(Frame frame) {
        Object wanted = pattern.boxed(frame);
        Object given = text.boxed(frame);
        if (TextMatch.isBlank(given, wanted)) {
            return false;
        }
        String input = TextMatch.regexOperand(given, "input");
        return prepared(TextMatch.regexOperand(wanted, "pattern")).matches(frame.run, input) != negated;
    }

    /** Threads may overwrite each other's: a pattern is immutable, so the worst is preparing it again. */
    private RegexPattern prepared(String source) {
        RegexPattern known = ready;
        if (known == null || !known.isOf(source)) {
            known = RegexPattern.of(source, ignoreCase);
            ready = known;
        }
        return known;
    }
}
