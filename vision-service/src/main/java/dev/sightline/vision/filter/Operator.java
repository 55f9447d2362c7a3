package dev.sightline.vision.filter;

import dev.sightline.json.Wire;
import java.util.Optional;
import java.util.Set;

/** The operators of a property filter, by their names in the API. */
enum Operator {
    EXACT,
    IS_NOT,
    IN,
    NOT_IN,
    ICONTAINS,
    NOT_ICONTAINS,
    ICONTAINS_MULTI,
    NOT_ICONTAINS_MULTI,
    STARTS_WITH,
    NOT_STARTS_WITH,
    ENDS_WITH,
    NOT_ENDS_WITH,
    REGEX,
    NOT_REGEX,
    GT,
    GTE,
    LT,
    LTE,
    MIN,
    MAX,
    BETWEEN,
    NOT_BETWEEN,
    IS_SET,
    IS_NOT_SET,
    IS_DATE_EXACT,
    IS_DATE_BEFORE,
    IS_DATE_AFTER,
    IS_CLEANED_PATH_EXACT,
    SEMVER_EQ,
    SEMVER_NEQ,
    SEMVER_GT,
    SEMVER_GTE,
    SEMVER_LT,
    SEMVER_LTE,
    SEMVER_TILDE,
    SEMVER_CARET,
    SEMVER_WILDCARD;

    private static final Set<Operator> NEGATIVE = Set.of(
            IS_NOT, NOT_IN, NOT_ICONTAINS, NOT_ICONTAINS_MULTI, NOT_STARTS_WITH, NOT_ENDS_WITH, NOT_REGEX, IS_NOT_SET);

    static Optional<Operator> named(String name) {
        return Wire.find(Operator.class, name);
    }

    /** Whether it is the denial of another one, so that what is not there passes. */
    boolean isNegative() {
        return NEGATIVE.contains(this);
    }

    boolean needsNoValue() {
        return this == IS_SET || this == IS_NOT_SET;
    }
}
