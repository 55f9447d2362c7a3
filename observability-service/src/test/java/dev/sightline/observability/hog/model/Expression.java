package dev.sightline.observability.hog.model;

import java.util.List;

/** An expression of the model, and how it is written. */
public sealed interface Expression {

    String source();

    /** A constant, given as it is written. */
    record Literal(Object value, String source) implements Expression {}

    record Variable(String name) implements Expression {
        @Override
        public String source() {
            return name;
        }
    }

    record Binary(String operator, Expression left, Expression right) implements Expression {
        @Override
        public String source() {
            return "(" + left.source() + " " + operator + " " + right.source() + ")";
        }
    }

    record Negation(Expression operand) implements Expression {
        @Override
        public String source() {
            return "(not " + operand.source() + ")";
        }
    }

    record Choice(Expression condition, Expression then, Expression otherwise) implements Expression {
        @Override
        public String source() {
            return "(" + condition.source() + " ? " + then.source() + " : " + otherwise.source() + ")";
        }
    }

    record Array(List<Expression> items) implements Expression {
        @Override
        public String source() {
            return "["
                    + String.join(", ", items.stream().map(Expression::source).toList()) + "]";
        }
    }

    record Element(Expression array, Expression position) implements Expression {
        @Override
        public String source() {
            return "(" + array.source() + "[" + position.source() + "] ?? 0)";
        }
    }

    /** {@code length}, {@code concat}, {@code arrayMap} and the functions of the program. */
    record Call(String function, List<Expression> arguments) implements Expression {
        @Override
        public String source() {
            return function + "("
                    + String.join(
                            ", ", arguments.stream().map(Expression::source).toList()) + ")";
        }
    }

    /** A function of one integer, which may use the variables around it. */
    record Lambda(String parameter, Expression body) implements Expression {
        @Override
        public String source() {
            return parameter + " -> " + body.source();
        }
    }
}
