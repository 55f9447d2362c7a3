package dev.sightline.vision.filter;

import dev.sightline.sql.Where;
import java.util.List;
import java.util.UUID;

/** The session is of this person, under whichever name. */
record PersonIdTest(UUID person) implements SessionTest {

    @Override
    public String sql(Where where, Combination operand) {
        return "exists (select 1 from person_distinct_id d where d.project_id = s.project_id"
                + " and d.distinct_id = s.distinct_id and d.person_id = " + where.bind(person) + ")";
    }

    @Override
    public List<PropertyTest> properties() {
        return List.of();
    }
}
