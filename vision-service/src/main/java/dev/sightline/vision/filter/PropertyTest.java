package dev.sightline.vision.filter;

import dev.sightline.sql.Where;

/**
 * A property filter: whether what stands under the key compares, or, negated, does not. What is not there compares with
 * nothing.
 */
record PropertyTest(String key, Comparison comparison, boolean negated) {

    /** The test of one subject. */
    String sql(Subject subject, Where where) {
        String positive = comparison.sql(subject, where);
        return negated ? "((" + positive + ") is not true)" : "(" + positive + ")";
    }
}
