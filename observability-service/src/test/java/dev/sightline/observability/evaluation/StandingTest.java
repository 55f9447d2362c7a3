package dev.sightline.observability.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The states of an evaluation (spec/observability.md 3.5). */
class StandingTest {

    @Test
    void staysFailedUntilSomebodySwitchesItOn() {
        Standing failed = new Standing.Active().failed(StatusReason.HOG_ERROR, "why");

        assertSame(failed, failed.enabled(false));
        assertEquals(Status.ACTIVE, failed.enabled(true).status());
        assertNull(failed.enabled(true).reason());
    }

    @Property
    void keepsItsFlagAndReasonInStepWithItsStatus(@ForAll List<Move> moves, @ForAll boolean enabledAtFirst) {
        Standing standing = Standing.of(enabledAtFirst);
        for (Move move : moves) {
            standing = move.apply(standing);
            assertEquals(standing.status() == Status.ACTIVE, standing.isEnabled());
            if (standing.status() == Status.ERROR) {
                assertNotNull(standing.reason());
            } else {
                assertNull(standing.reason());
            }
            Standing reread = Standings.read(
                    standing.status().name().toLowerCase(Locale.ROOT),
                    standing.reason() == null ? null : "hog_error",
                    standing.detail());
            assertEquals(standing, reread);
        }
    }

    enum Move {
        ON,
        OFF,
        FAIL;

        Standing apply(Standing before) {
            return switch (this) {
                case ON -> before.enabled(true);
                case OFF -> before.enabled(false);
                case FAIL ->
                    before instanceof Standing.Active active ? active.failed(StatusReason.HOG_ERROR, "why") : before;
            };
        }
    }
}
