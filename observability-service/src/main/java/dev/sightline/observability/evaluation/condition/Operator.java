package dev.sightline.observability.evaluation.condition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The operators of property filters. Each compiles its operand into a test of a property's value, which is JSON's null
 * if the property is absent. {@code not_} and its like are always the opposite of the operator they negate.
 */
enum Operator {
    EXACT(of(Equality::any)),
    IS_NOT(not(Equality::any)),
    IN(of(Equality::in)),
    NOT_IN(not(Equality::in)),
    IS_CLEANED_PATH_EXACT(of(Equality::any)),
    ICONTAINS(of(Substrings::any)),
    NOT_ICONTAINS(not(Substrings::any)),
    ICONTAINS_MULTI(of(Substrings::any)),
    NOT_ICONTAINS_MULTI(not(Substrings::any)),
    REGEX(of(Regexes::found)),
    NOT_REGEX(not(Regexes::found)),
    GT(of(Order.of(sign -> sign > 0))),
    GTE(of(Order.of(sign -> sign >= 0))),
    LT(of(Order.of(sign -> sign < 0))),
    LTE(of(Order.of(sign -> sign <= 0))),
    MIN(of(Order.of(sign -> sign >= 0))),
    MAX(of(Order.of(sign -> sign <= 0))),
    BETWEEN(of(Order::between)),
    NOT_BETWEEN(not(Order::between)),
    IS_SET(false, (none, saved) -> value -> !value.isNull()),
    IS_NOT_SET(false, (none, saved) -> JsonNode::isNull),
    IS_DATE_EXACT(Dates::exact),
    IS_DATE_BEFORE(Dates::before),
    IS_DATE_AFTER(Dates::after),
    SEMVER_EQ(of(Versions.of(sign -> sign == 0))),
    SEMVER_NEQ(not(Versions.of(sign -> sign == 0))),
    SEMVER_GT(of(Versions.of(sign -> sign > 0))),
    SEMVER_GTE(of(Versions.of(sign -> sign >= 0))),
    SEMVER_LT(of(Versions.of(sign -> sign < 0))),
    SEMVER_LTE(of(Versions.of(sign -> sign <= 0))),
    SEMVER_TILDE(of(Versions.range(Version::tilde))),
    SEMVER_CARET(of(Versions.range(Version::caret))),
    SEMVER_WILDCARD(of(Versions.range(Version::wildcard)));

    private final BiFunction<JsonNode, SaveTime, Predicate<JsonNode>> compiler;
    private final boolean needsValue;

    Operator(BiFunction<JsonNode, SaveTime, Predicate<JsonNode>> compiler) {
        this(true, compiler);
    }

    Operator(boolean needsValue, BiFunction<JsonNode, SaveTime, Predicate<JsonNode>> compiler) {
        this.needsValue = needsValue;
        this.compiler = compiler;
    }

    private static BiFunction<JsonNode, SaveTime, Predicate<JsonNode>> of(
            Function<JsonNode, Predicate<JsonNode>> compiler) {
        return (operand, saved) -> compiler.apply(operand);
    }

    private static BiFunction<JsonNode, SaveTime, Predicate<JsonNode>> not(
            Function<JsonNode, Predicate<JsonNode>> compiler) {
        return (operand, saved) -> compiler.apply(operand).negate();
    }

    boolean needsValue() {
        return needsValue;
    }

    /** @throws dev.sightline.api.ApiException on {@code value} if the operand makes no sense */
    Predicate<JsonNode> compile(JsonNode operand, SaveTime saved) {
        return compiler.apply(operand, saved);
    }
}
