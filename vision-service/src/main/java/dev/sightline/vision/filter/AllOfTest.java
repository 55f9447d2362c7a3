package dev.sightline.vision.filter;

import dev.sightline.sql.Where;
import java.util.List;

/** All of these hold. */
record AllOfTest(List<SessionTest> tests) implements SessionTest {

    @Override
    public String sql(Where where, Combination operand) {
        return Combination.AND.of(
                tests.stream().map(test -> test.sql(where, Combination.AND)).toList());
    }

    @Override
    public List<PropertyTest> properties() {
        return tests.stream().flatMap(test -> test.properties().stream()).toList();
    }
}
