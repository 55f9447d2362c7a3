package dev.sightline.vision.filter;

import dev.sightline.sql.Where;
import java.math.BigDecimal;
import java.util.List;

/** How a subject is compared, in its positive form. */
sealed interface Comparison {

    String sql(Subject subject, Where where);

    /** Is there at all. */
    record IsSet() implements Comparison {
        @Override
        public String sql(Subject subject, Where where) {
            return subject.text() + " is not null";
        }
    }

    /** Is one of the values; numbers are equal however they are written. */
    record OneOf(List<String> texts, List<BigDecimal> numbers) implements Comparison {
        @Override
        public String sql(Subject subject, Where where) {
            String text = subject.text() + " = any(" + where.bind(texts.toArray(String[]::new)) + ")";
            return numbers.isEmpty()
                    ? text
                    : "(" + text + " or " + subject.number() + " = any("
                            + where.bind(numbers.toArray(BigDecimal[]::new)) + "::numeric[]))";
        }
    }

    /** Fits one of the patterns, upper or lower case. */
    record Like(List<String> patterns) implements Comparison {
        @Override
        public String sql(Subject subject, Where where) {
            return subject.text() + " ilike any(" + where.bind(patterns.toArray(String[]::new)) + ")";
        }
    }

    /** Has a part that the regular expression describes. */
    record Matches(List<String> expressions) implements Comparison {
        @Override
        public String sql(Subject subject, Where where) {
            return subject.text() + " ~ any(" + where.bind(expressions.toArray(String[]::new)) + ")";
        }
    }

    /**
     * Stands to the number like that.
     *
     * @param sign of SQL
     */
    record Number(String sign, BigDecimal number) implements Comparison {
        @Override
        public String sql(Subject subject, Where where) {
            return subject.number() + " " + sign + " " + where.bind(number) + "::numeric";
        }
    }

    /** Lies between two numbers, both included. */
    record Between(BigDecimal low, BigDecimal high) implements Comparison {
        @Override
        public String sql(Subject subject, Where where) {
            return subject.number() + " between " + where.bind(low) + "::numeric and " + where.bind(high) + "::numeric";
        }
    }

    /** Can be compared, but does not compare like that. */
    record Not(Comparison comparison) implements Comparison {
        @Override
        public String sql(Subject subject, Where where) {
            return "not (" + comparison.sql(subject, where) + ")";
        }
    }

    /** Stands to a moment like that. */
    record Date(Relation relation, Moment moment) implements Comparison {

        enum Relation {
            BEFORE,
            AT,
            AFTER
        }

        @Override
        public String sql(Subject subject, Where where) {
            Moment.Span span = moment.span(where, relation == Relation.AT);
            return switch (relation) {
                case BEFORE -> subject.time() + " < " + span.from();
                case AFTER -> subject.time() + " >= " + span.to();
                case AT ->
                    "(" + subject.time() + " >= " + span.from() + " and " + subject.time() + " < " + span.to() + ")";
            };
        }
    }

    /** Is a version from one to before another. */
    record Version(VersionRange range) implements Comparison {
        @Override
        public String sql(Subject subject, Where where) {
            return range.sql("property_version(" + subject.text() + ")", where);
        }
    }
}
