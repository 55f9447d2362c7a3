package dev.sightline.vision.filter;

import dev.sightline.sql.Where;
import dev.sightline.vision.filter.Comparison.Between;
import dev.sightline.vision.filter.Comparison.Date;
import dev.sightline.vision.filter.Comparison.Date.Relation;
import dev.sightline.vision.filter.Comparison.IsSet;
import dev.sightline.vision.filter.Comparison.Like;
import dev.sightline.vision.filter.Comparison.Matches;
import dev.sightline.vision.filter.Comparison.Not;
import dev.sightline.vision.filter.Comparison.OneOf;
import dev.sightline.vision.filter.Comparison.Version;
import java.util.List;
import java.util.function.UnaryOperator;

/** The positive form of an operator with its values. */
final class ComparisonReader {

    private ComparisonReader() {}

    static Comparison read(Operator operator, Values values) {
        return switch (operator) {
            case IS_SET, IS_NOT_SET -> new IsSet();
            case EXACT, IS_NOT, IN, NOT_IN, IS_CLEANED_PATH_EXACT -> new OneOf(values.texts(), values.numbers());
            case ICONTAINS, NOT_ICONTAINS ->
                values.isSingle()
                        ? new Like(List.of("%" + values.single().replace("\\", "\\\\") + "%"))
                        : like(values, Where::containing);
            case ICONTAINS_MULTI, NOT_ICONTAINS_MULTI -> like(values, Where::containing);
            case STARTS_WITH, NOT_STARTS_WITH ->
                like(values, text -> Where.containing(text).substring(1));
            case ENDS_WITH, NOT_ENDS_WITH -> like(values, ComparisonReader::atTheEnd);
            case REGEX, NOT_REGEX ->
                new Matches(
                        values.texts().stream().map(Expressions::forPostgres).toList());
            default -> ordered(operator, values);
        };
    }

    private static Like like(Values values, UnaryOperator<String> pattern) {
        return new Like(values.texts().stream().map(pattern).toList());
    }

    private static String atTheEnd(String text) {
        String anywhere = Where.containing(text);
        return anywhere.substring(0, anywhere.length() - 1);
    }

    private static Comparison ordered(Operator operator, Values values) {
        return switch (operator) {
            case GT -> new Comparison.Number(">", values.number());
            case GTE, MIN -> new Comparison.Number(">=", values.number());
            case LT -> new Comparison.Number("<", values.number());
            case LTE, MAX -> new Comparison.Number("<=", values.number());
            case BETWEEN -> between(values);
            case NOT_BETWEEN -> new Not(between(values));
            case IS_DATE_EXACT -> new Date(Relation.AT, Moment.read(values.single()));
            case IS_DATE_BEFORE -> new Date(Relation.BEFORE, Moment.read(values.single()));
            case IS_DATE_AFTER -> new Date(Relation.AFTER, Moment.read(values.single()));
            case SEMVER_NEQ -> new Not(version(operator, values));
            default -> version(operator, values);
        };
    }

    private static Between between(Values values) {
        return new Between(values.range().get(0), values.range().get(1));
    }

    private static Version version(Operator operator, Values values) {
        return new Version(VersionRange.read(operator, values.single()));
    }
}
