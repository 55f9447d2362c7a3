package dev.sightline.vision.filter;

import dev.sightline.sql.Where;
import java.util.List;

/**
 * The session is one of these, or of one of these visitors.
 *
 * @param column the column of the session that is listed
 */
record SessionIdTest(String column, List<String> ids) implements SessionTest {

    @Override
    public String sql(Where where, Combination operand) {
        return column + " = any(" + where.bind(ids.toArray(String[]::new)) + ")";
    }

    @Override
    public List<PropertyTest> properties() {
        return List.of();
    }
}
