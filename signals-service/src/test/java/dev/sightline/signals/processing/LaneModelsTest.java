package dev.sightline.signals.processing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.signals.pipeline.Absence;
import dev.sightline.signals.pipeline.AnswerStore;
import dev.sightline.signals.pipeline.ModelChoice;
import dev.sightline.signals.pipeline.ModelChoice.Limits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LaneModelsTest {

    private static final int PROJECT = 1;
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final ModelChoice MODEL = new ModelChoice(request -> null, "m", Limits.USUAL, AnswerStore.NONE);

    private final Watch watch = new Watch();
    private final LaneModels models = new LaneModels(project -> Optional.of(MODEL), PATIENCE, watch);

    @Test
    void aModelThatIsAwayIsWaitedFor() {
        models.away(PROJECT);
        watch.pass(PATIENCE.minusSeconds(1));
        models.away(PROJECT);

        assertTrue(models.of(PROJECT).isPresent());
    }

    @Test
    void butNotForEver() {
        models.away(PROJECT);
        watch.pass(PATIENCE);
        models.away(PROJECT);

        assertFalse(models.of(PROJECT).isPresent());
        assertEquals(Absence.AWAY, models.absence(PROJECT));
        assertTrue(models.of(2).isPresent());
    }

    @Test
    void afterAWhileWithoutItIsAskedAgainAndWaitedForNoMore() {
        butNotForEver();
        models.grouped(PROJECT);
        assertFalse(models.of(PROJECT).isPresent());

        watch.pass(PATIENCE);
        assertTrue(models.of(PROJECT).isPresent());
        models.away(PROJECT);

        assertFalse(models.of(PROJECT).isPresent());
    }

    @Test
    void aGroupedBatchStartsTheWaitAnew() {
        models.away(PROJECT);
        watch.pass(PATIENCE.minusSeconds(1));
        models.grouped(PROJECT);
        watch.pass(Duration.ofSeconds(1));
        models.away(PROJECT);

        assertTrue(models.of(PROJECT).isPresent());
    }

    @Test
    void whereNoneIsConfiguredThatIsSaid() {
        LaneModels none = new LaneModels(project -> Optional.empty(), PATIENCE, watch);

        assertFalse(none.of(PROJECT).isPresent());
        assertEquals(Absence.NOT_CONFIGURED, none.absence(PROJECT));
    }

    /** A clock that is put forward by hand. */
    private static final class Watch extends Clock {

        private Instant now = Instant.parse("2026-03-01T12:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
