package dev.sightline.vision.filter;

import dev.sightline.sql.Where;
import java.util.List;

/** One thing that holds of a session or does not. In SQL the session is {@code s}. */
sealed interface SessionTest
        permits AllOfTest,
                EventTest,
                EventPropertyTest,
                PersonTest,
                ConsoleTest,
                ColumnTest,
                SessionIdTest,
                PersonIdTest {

    /** The test as a condition; values are bound, in {@code where}. */
    String sql(Where where, Combination operand);

    /** The property filters in it. */
    List<PropertyTest> properties();
}
