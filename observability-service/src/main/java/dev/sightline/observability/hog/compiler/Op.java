package dev.sightline.observability.hog.compiler;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The instructions of the bytecode: number, count of operands in line, count of values taken from the stack. */
enum Op {
    GET_GLOBAL(1, 1, Op.COUNTED),
    CALL_GLOBAL(2, 2, Op.COUNTED),
    AND(3, 1, Op.COUNTED),
    OR(4, 1, Op.COUNTED),
    NOT(5, 0, 1),
    PLUS(6, 0, 2),
    MINUS(7, 0, 2),
    MULTIPLY(8, 0, 2),
    DIVIDE(9, 0, 2),
    MOD(10, 0, 2),
    EQ(11, 0, 2),
    NOT_EQ(12, 0, 2),
    GT(13, 0, 2),
    GT_EQ(14, 0, 2),
    LT(15, 0, 2),
    LT_EQ(16, 0, 2),
    LIKE(17, 0, 2),
    ILIKE(18, 0, 2),
    NOT_LIKE(19, 0, 2),
    NOT_ILIKE(20, 0, 2),
    IN(21, 0, 2),
    NOT_IN(22, 0, 2),
    REGEX(23, 0, 2),
    NOT_REGEX(24, 0, 2),
    IREGEX(25, 0, 2),
    NOT_IREGEX(26, 0, 2),
    TRUE(29, 0, 0),
    FALSE(30, 0, 0),
    NULL(31, 0, 0),
    STRING(32, 1, 0),
    INTEGER(33, 1, 0),
    FLOAT(34, 1, 0),
    POP(35, 0, 1),
    GET_LOCAL(36, 1, 0),
    SET_LOCAL(37, 1, 1),
    RETURN(38, 0, 1),
    JUMP(39, 1, 0),
    JUMP_IF_FALSE(40, 1, 1),
    DICT(42, 1, Op.COUNTED),
    ARRAY(43, 1, Op.COUNTED),
    TUPLE(44, 1, Op.COUNTED),
    GET_PROPERTY(45, 0, 2),
    SET_PROPERTY(46, 0, 3),
    JUMP_IF_STACK_NOT_NULL(47, 1, 1),
    GET_PROPERTY_NULLISH(48, 0, 2),
    THROW(49, 0, 1),
    TRY(50, 1, 0),
    POP_TRY(51, 0, 0),
    CALLABLE(52, 4, 0),
    CLOSURE(53, 1, 1),
    CALL_LOCAL(54, 1, Op.COUNTED),
    GET_UPVALUE(55, 1, 0),
    SET_UPVALUE(56, 1, 1),
    CLOSE_UPVALUE(57, 0, 1);

    /** The count is the last operand. */
    private static final int COUNTED = -1;

    private static final Map<Integer, Op> BY_NUMBER =
            Arrays.stream(values()).collect(Collectors.toMap(op -> op.number, Function.identity()));

    private final int number;
    private final int operands;
    private final int taken;

    Op(int number, int operands, int taken) {
        this.number = number;
        this.operands = operands;
        this.taken = taken;
    }

    int number() {
        return number;
    }

    int operands() {
        return operands;
    }

    /** The instruction of a number, null if there is none. */
    static Op of(int number) {
        return BY_NUMBER.get(number);
    }

    /** How many values it takes from the stack, given the count among its operands. */
    long taken(long count) {
        return switch (this) {
            case DICT -> count * 2;
            case CALL_LOCAL -> count + 1;
            default -> taken == COUNTED ? count : taken;
        };
    }

    boolean isBetween(Op first, Op last) {
        return compareTo(first) >= 0 && compareTo(last) <= 0;
    }
}
