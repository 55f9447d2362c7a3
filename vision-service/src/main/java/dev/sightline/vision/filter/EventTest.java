package dev.sightline.vision.filter;

import dev.sightline.sql.Where;
import java.util.List;

/**
 * The session has an event of that name, all of whose properties are as asked.
 *
 * @param event null for any
 */
record EventTest(String event, List<PropertyTest> properties) implements SessionTest {

    @Override
    public String sql(Where where, Combination operand) {
        StringBuilder conditions = new StringBuilder();
        if (event != null) {
            conditions.append(" and e.event = ").append(where.bind(event));
        }
        properties.forEach(test -> conditions
                .append(" and ")
                .append(test.sql(Subject.property("e.properties", test.key(), where), where)));
        return EventSql.exists(conditions.toString());
    }
}
