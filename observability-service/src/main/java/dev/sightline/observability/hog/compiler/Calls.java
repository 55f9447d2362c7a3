package dev.sightline.observability.hog.compiler;

import java.util.List;

/** Writes the code of calls, of which some names stand for instructions. */
final class Calls {

    private Calls() {}

    /** A call of a function found by name when it runs. */
    static Code global(String name, List<Code> arguments) {
        return all(arguments).add(Op.CALL_GLOBAL, name, arguments.size());
    }

    /** A call of a value. */
    static Code local(List<Code> arguments, Code function) {
        return all(arguments).append(function).add(Op.CALL_LOCAL, arguments.size());
    }

    /** A call by name, or what the name stands for with so many arguments. */
    static Code special(String name, List<Code> arguments) {
        int count = arguments.size();
        return switch (name) {
            case "not" -> count == 1 ? all(arguments).add(Op.NOT) : global(name, arguments);
            case "and" -> count > 1 ? all(arguments).add(Op.AND, count) : global(name, arguments);
            case "or" -> count > 1 ? all(arguments).add(Op.OR, count) : global(name, arguments);
            case "if" -> count == 2 || count == 3 ? choices(arguments) : global(name, arguments);
            case "multiIf" -> count > 1 ? choices(arguments) : global(name, arguments);
            case "ifNull" ->
                count == 2 ? Branches.unlessNull(arguments.get(0), arguments.get(1)) : global(name, arguments);
            default -> global(name, arguments);
        };
    }

    /** Conditions and values in turn; a value alone at the end is for when no condition holds, else that is null. */
    static Code choices(List<Code> arguments) {
        boolean complete = arguments.size() % 2 == 1;
        Code rest = complete ? arguments.get(arguments.size() - 1) : new Code().add(Op.NULL);
        for (int i = arguments.size() / 2 * 2 - 2; i >= 0; i -= 2) {
            rest = Branches.either(arguments.get(i), arguments.get(i + 1), rest);
        }
        return rest;
    }

    private static Code all(List<Code> parts) {
        Code code = new Code();
        parts.forEach(code::append);
        return code;
    }
}
