package dev.sightline.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class WhereTest {

    @Test
    void numbersItsParametersInOrderAndBeginsWithTheProject() {
        Where where = Where.project("o", 7).and("a = ?", "x").and("b is null").and("(c = ? or d = ?)", 3);

        String limit = where.bind(100);

        assertEquals("o.project_id = $1 and a = $2 and b is null and (c = $3 or d = $3)", where.sql());
        assertEquals("$4", limit);
        assertEquals(4, where.values().size());
    }

    @Test
    void takesWildcardsLiterally() {
        assertEquals("%50\\%\\_off\\\\%", Where.containing("50%_off\\"));
    }
}
