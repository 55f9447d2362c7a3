package dev.sightline.vision.filter;

import dev.sightline.sql.Where;
import java.util.List;

/** Something that is known of the session as a whole. */
record ColumnTest(SessionColumn column, PropertyTest test) implements SessionTest {

    @Override
    public String sql(Where where, Combination operand) {
        return column.lists() ? ofList(where) : test.sql(column.subject(where), where);
    }

    private String ofList(Where where) {
        String some = "exists (select 1 from unnest(" + column.sql() + ") as u (value) where "
                + test.comparison().sql(Subject.column("u.value"), where) + ")";
        return test.negated() ? "not " + some : some;
    }

    @Override
    public List<PropertyTest> properties() {
        return List.of(test);
    }
}
