package dev.sightline.observability.hog.compiler;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** The names visible in a function: its variables by slot, and those of functions around it that it takes along. */
final class FunctionScope {

    /** A variable taken along: from a slot of the function around (local) or from what that one took along itself. */
    record Capture(boolean local, int index) {}

    private static final class Variable {
        private final String name;
        private final int depth;
        private boolean captured;

        private Variable(String name, int depth) {
            this.name = name;
            this.depth = depth;
        }
    }

    private final FunctionScope outer;
    private final List<Variable> variables = new ArrayList<>();
    private final List<Capture> captures = new ArrayList<>();
    private int depth;

    FunctionScope(FunctionScope outer) {
        this.outer = outer;
    }

    FunctionScope outer() {
        return outer;
    }

    List<Capture> captures() {
        return captures;
    }

    /** How many variables are in scope. */
    int size() {
        return variables.size();
    }

    void open() {
        depth++;
    }

    /** Ends the innermost scope and writes the code that drops its variables. */
    void close(Code code) {
        while (!variables.isEmpty() && last().depth == depth) {
            code.add(last().captured ? Op.CLOSE_UPVALUE : Op.POP);
            variables.remove(variables.size() - 1);
        }
        depth--;
    }

    private Variable last() {
        return variables.get(variables.size() - 1);
    }

    /** Gives a new variable the next slot. */
    int declare(String name, Token at) {
        if (variables.stream().anyMatch(v -> v.depth == depth && v.name.equals(name))) {
            throw Fault.at(at, "Variable `%s` already declared in this scope".formatted(name));
        }
        return hide(name);
    }

    /** Gives the next slot to something no program can name. */
    int hide(String name) {
        variables.add(new Variable(name, depth));
        return variables.size() - 1;
    }

    /** The slot of a variable of this function, -1 if it has none of that name. */
    int slot(String name) {
        for (int i = variables.size() - 1; i >= 0; i--) {
            if (variables.get(i).name.equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** The place among the captures of a variable of the functions around, -1 if they have none of that name. */
    int capture(String name) {
        if (outer == null) {
            return -1;
        }
        int slot = outer.slot(name);
        if (slot >= 0) {
            outer.variables.get(slot).captured = true;
            return remember(new Capture(true, slot));
        }
        int index = outer.capture(name);
        return index < 0 ? -1 : remember(new Capture(false, index));
    }

    private int remember(Capture capture) {
        int known = captures.indexOf(capture);
        if (known >= 0) {
            return known;
        }
        captures.add(capture);
        return captures.size() - 1;
    }
}
