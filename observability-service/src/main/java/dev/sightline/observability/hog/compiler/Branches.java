package dev.sightline.observability.hog.compiler;

/** Jumps around pieces of code. */
final class Branches {

    /** Length of a jump with its offset. */
    private static final int JUMP = 2;

    private Branches() {}

    /** One piece or the other, as a statement: nothing is jumped over when there is no other. */
    static Code choose(Code condition, Code then, Code otherwise) {
        return otherwise.size() == 0
                ? condition.add(Op.JUMP_IF_FALSE, then.size()).append(then)
                : either(condition, then, otherwise);
    }

    /** One piece or the other. */
    static Code either(Code condition, Code then, Code otherwise) {
        return condition
                .add(Op.JUMP_IF_FALSE, then.size() + JUMP)
                .append(then)
                .add(Op.JUMP, otherwise.size())
                .append(otherwise);
    }

    /** The value unless it is null, else the other. */
    static Code unlessNull(Code value, Code otherwise) {
        return value.add(Op.JUMP_IF_STACK_NOT_NULL, otherwise.size() + 1)
                .add(Op.POP)
                .append(otherwise);
    }

    /** The body again and again while the condition holds. */
    static Code loop(Code condition, Code body) {
        int back = condition.size() + JUMP + body.size() + JUMP;
        return condition.add(Op.JUMP_IF_FALSE, body.size() + JUMP).append(body).add(Op.JUMP, -back);
    }
}
