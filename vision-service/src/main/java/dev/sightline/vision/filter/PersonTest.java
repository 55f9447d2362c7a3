package dev.sightline.vision.filter;

import dev.sightline.sql.Where;
import java.util.List;

/** The person of the session has the property. People are known by events: a negative test needs one as well. */
record PersonTest(PropertyTest test) implements SessionTest {

    private static final String PERSON = "exists (select 1 from person_distinct_id d"
            + " join person p on p.project_id = d.project_id and p.id = d.person_id"
            + " where d.project_id = s.project_id and d.distinct_id = s.distinct_id and ";

    @Override
    public String sql(Where where, Combination operand) {
        Subject subject = Subject.property("p.properties", test.key(), where);
        String positive = PERSON + test.comparison().sql(subject, where) + ")";
        return test.negated() ? "(not " + positive + " and " + EventSql.ANY + ")" : positive;
    }

    @Override
    public List<PropertyTest> properties() {
        return List.of(test);
    }
}
