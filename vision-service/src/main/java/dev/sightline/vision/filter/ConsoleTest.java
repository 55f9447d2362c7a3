package dev.sightline.vision.filter;

import dev.sightline.sql.Where;
import java.util.List;

/** The session's console has a line of that level and text. */
record ConsoleTest(List<PropertyTest> properties) implements SessionTest {

    @Override
    public String sql(Where where, Combination operand) {
        List<String> conditions = properties.stream()
                .map(test -> test.sql(Subject.column("c." + test.key()), where))
                .toList();
        return "exists (select 1 from session_console_message c"
                + " where c.project_id = s.project_id and c.session_id = s.session_id and " + operand.of(conditions)
                + ")";
    }
}
