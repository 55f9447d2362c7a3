package dev.sightline.observability.hog.model;

import java.util.List;

/** A statement of the model, and how it is written. */
public sealed interface Statement {

    String source();

    /** A body in braces. */
    static String block(List<Statement> body) {
        return "{ " + String.join(" ", body.stream().map(Statement::source).toList()) + " }";
    }

    record Let(String name, Expression value) implements Statement {
        @Override
        public String source() {
            return "let " + name + " := " + value.source() + ";";
        }
    }

    record Assign(String name, Expression value) implements Statement {
        @Override
        public String source() {
            return name + " := " + value.source() + ";";
        }
    }

    record Print(List<Expression> values) implements Statement {
        @Override
        public String source() {
            return "print("
                    + String.join(", ", values.stream().map(Expression::source).toList()) + ");";
        }
    }

    record If(Expression condition, List<Statement> then, List<Statement> otherwise) implements Statement {
        @Override
        public String source() {
            return "if (" + condition.source() + ") " + block(then) + " else " + block(otherwise);
        }
    }

    /** Runs the body for the integers from 0 up to an end. */
    record Count(String name, int end, List<Statement> body) implements Statement {
        @Override
        public String source() {
            return "for (let %1$s := 0; %1$s < %2$d; %1$s := %1$s + 1) %3$s".formatted(name, end, block(body));
        }
    }

    record Each(String name, Expression items, List<Statement> body) implements Statement {
        @Override
        public String source() {
            return "for (let " + name + " in " + items.source() + ") " + block(body);
        }
    }

    /** Throws in the body if the condition holds; what was thrown is printed. */
    record Guarded(List<Statement> body, Expression failing) implements Statement {
        @Override
        public String source() {
            return "try { "
                    + String.join(" ", body.stream().map(Statement::source).toList()) + " if (" + failing.source()
                    + ") { throw Error('thrown') } } catch (error) { print(error.message) }";
        }
    }
}
