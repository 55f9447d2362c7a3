package dev.sightline.messaging;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BacklogTest {

    private final Backlog backlog = new Backlog(100);

    @Test
    void whatFitsIsAdmittedAndTheRestTurnedAway() {
        assertTrue(backlog.admit(60));
        assertTrue(backlog.admit(40));
        assertFalse(backlog.admit(1));

        backlog.release(40);

        assertTrue(backlog.admit(40));
    }

    @Test
    void aSingleGiantPassesWhenNothingWaits() {
        assertTrue(backlog.admit(500));
        assertFalse(backlog.admit(1));
    }
}
