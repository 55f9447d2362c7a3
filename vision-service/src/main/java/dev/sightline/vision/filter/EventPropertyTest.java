package dev.sightline.vision.filter;

import dev.sightline.sql.Where;
import java.util.List;

/**
 * Some event of the session has the property. A negative one, where tests are and-ed, says that no event has it; then the
 * session has events at least.
 */
record EventPropertyTest(PropertyTest test) implements SessionTest {

    @Override
    public String sql(Where where, Combination operand) {
        Subject subject = Subject.property("e.properties", test.key(), where);
        return test.negated() && operand == Combination.AND
                ? "(not " + EventSql.exists(" and " + test.comparison().sql(subject, where)) + " and " + EventSql.ANY
                        + ")"
                : EventSql.exists(" and " + test.sql(subject, where));
    }

    @Override
    public List<PropertyTest> properties() {
        return List.of(test);
    }
}
