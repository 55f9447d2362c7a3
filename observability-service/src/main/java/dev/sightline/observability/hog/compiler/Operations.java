package dev.sightline.observability.hog.compiler;

import dev.sightline.observability.hog.vm.Arithmetic;
import dev.sightline.observability.hog.vm.Builtin;
import java.util.Arrays;
import java.util.Map;

/** Makes the node of an instruction from the nodes of what it takes from the stack, choosing the quickest that fits. */
final class Operations {

    private static final int MAX_ARGUMENTS = 300;

    private final Map<String, Builtin> library;

    Operations(Map<String, Builtin> library) {
        this.library = library;
    }

    Node node(Instruction instruction, Node[] taken) {
        Op op = instruction.op();
        if (op.isBetween(Op.PLUS, Op.MOD)) {
            return calculation(Arithmetic.valueOf(op.name()), taken[0], taken[1]);
        }
        if (op.isBetween(Op.EQ, Op.NOT_IREGEX)) {
            return test(op, taken[0], taken[1]);
        }
        return switch (op) {
            case AND, OR -> new Logic(op == Op.AND, taken);
            case NOT -> new Negation(taken[0]);
            case GET_PROPERTY, GET_PROPERTY_NULLISH -> new Property(taken[0], taken[1]);
            case ARRAY, TUPLE -> new ListLiteral(op == Op.TUPLE, taken);
            case DICT -> new ObjectLiteral(taken);
            case GET_GLOBAL -> global(instruction, taken);
            case CALL_GLOBAL -> call(instruction.text(0), taken);
            default -> callValue(taken);
        };
    }

    private static Node calculation(Arithmetic operator, Node right, Node left) {
        if (left instanceof Local a && right instanceof Local b) {
            return new CalculationOnLocals(operator, b.slot(), a.slot());
        }
        return left instanceof Local a && right instanceof Constant b && b.value() instanceof Long number
                ? new CalculationOnLocal(operator, number, a.slot())
                : new Calculation(operator, right, left);
    }

    private static Node test(Op op, Node first, Node second) {
        return switch (op) {
            case LIKE, ILIKE -> new LikeTest(op == Op.ILIKE, first, second);
            case NOT_LIKE, NOT_ILIKE -> new Negation(new LikeTest(op == Op.NOT_ILIKE, first, second));
            case IN -> new Membership(first, second);
            case NOT_IN -> new Negation(new Membership(first, second));
            case REGEX, NOT_REGEX, IREGEX, NOT_IREGEX -> new RegexTest(op, first, second);
            default -> comparison(relation(op), first, second);
        };
    }

    private static Relation relation(Op op) {
        return switch (op) {
            case EQ -> Relation.EQUAL;
            case NOT_EQ -> Relation.NOT_EQUAL;
            case GT -> Relation.GREATER;
            case GT_EQ -> Relation.GREATER_EQUAL;
            case LT -> Relation.LESS;
            default -> Relation.LESS_EQUAL;
        };
    }

    private static Node comparison(Relation relation, Node right, Node left) {
        boolean equality = relation == Relation.EQUAL || relation == Relation.NOT_EQUAL;
        if (equality && (Constant.NULL.isSame(right) || Constant.NULL.isSame(left))) {
            Node test = new NullTest(Constant.NULL.isSame(right) ? left : right);
            return relation == Relation.EQUAL ? test : new Negation(test);
        }
        return left instanceof Local local
                        && right instanceof Constant constant
                        && constant.value() instanceof Long number
                ? new ComparisonOnLocal(relation, number, local.slot())
                : new Comparison(relation, right, left);
    }

    private Node global(Instruction instruction, Node[] names) {
        Object[] chain = new Object[names.length];
        for (int i = 0; i < names.length; i++) {
            if (!(names[i] instanceof Constant name)) {
                throw Fault.inBytecode("Invalid bytecode at position " + instruction.at());
            }
            chain[names.length - 1 - i] = name.value();
        }
        if (chain.length == 0 || !(chain[0] instanceof String root)) {
            throw Fault.inBytecode("Invalid bytecode at position " + instruction.at());
        }
        return new GlobalRead(chain, chain.length == 1 ? library.get(root) : null);
    }

    private Node call(String name, Node[] arguments) {
        if (arguments.length > MAX_ARGUMENTS) {
            return new FailingCall("Too many arguments", arguments);
        }
        if (name.equals("isNull") && arguments.length == 1) {
            return new NullTest(arguments[0]);
        }
        Builtin function = library.get(name);
        return function == null
                ? new FailingCall("Unsupported function call: " + name, arguments)
                : new BuiltinCall(function, arguments);
    }

    private static Node callValue(Node[] taken) {
        int count = taken.length - 1;
        Node[] arguments = Arrays.copyOf(taken, count);
        return count > MAX_ARGUMENTS
                ? new FailingCall("Too many arguments", arguments)
                : new FunctionCall(taken[count], arguments);
    }
}
