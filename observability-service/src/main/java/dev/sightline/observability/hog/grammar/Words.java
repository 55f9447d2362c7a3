package dev.sightline.observability.hog.grammar;

import java.util.BitSet;
import java.util.Set;

/** Which of the words that are not always keywords have opened something that is not closed yet. */
final class Words {

    private static final Set<Integer> SOFT = Set.of(
            HogLexer.RETURN,
            HogLexer.IF,
            HogLexer.ELSE,
            HogLexer.FOR,
            HogLexer.AND,
            HogLexer.OR,
            HogLexer.NOT,
            HogLexer.IN,
            HogLexer.LIKE,
            HogLexer.ILIKE,
            HogLexer.IS,
            HogLexer.BETWEEN,
            HogLexer.CASE,
            HogLexer.WHEN,
            HogLexer.THEN,
            HogLexer.END,
            HogLexer.INTERVAL,
            HogLexer.LAMBDA,
            HogLexer.COHORT,
            HogLexer.UNIT);

    private static final Set<Integer> HEADS = Set.of(HogLexer.IF, HogLexer.WHILE, HogLexer.FOR, HogLexer.CATCH);

    private final BitSet heads = new BitSet();
    private int cases;
    private int intervals;

    /** Whether the word is a name wherever it can be no keyword. */
    static boolean isSoft(int type) {
        return SOFT.contains(type);
    }

    /** Whether a brace after the word opens a block. */
    static boolean opensBlock(int type) {
        return type == HogLexer.TRY || type == HogLexer.CATCH || type == HogLexer.FINALLY;
    }

    /** Notes whether a bracket holds what a statement begins with. */
    void open(int depth, int previous, int beforePrevious) {
        heads.set(depth, HEADS.contains(previous) || beforePrevious == HogLexer.FUN);
    }

    boolean endsHead(int depth) {
        return heads.get(depth);
    }

    void read(int type) {
        switch (type) {
            case HogLexer.CASE -> cases++;
            case HogLexer.END -> cases--;
            case HogLexer.INTERVAL -> intervals++;
            case HogLexer.UNIT -> intervals--;
            default -> {}
        }
    }

    /** Whether a word that continues or ends something has something to continue or end. */
    boolean isOpen(int type) {
        return type == HogLexer.UNIT ? intervals > 0 : cases > 0;
    }
}
