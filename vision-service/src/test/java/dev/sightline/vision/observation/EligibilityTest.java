package dev.sightline.vision.observation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sightline.vision.recording.ActivityCounts;
import dev.sightline.vision.recording.ConsoleCounts;
import dev.sightline.vision.recording.RecordingContents;
import dev.sightline.vision.recording.SessionCounters;
import dev.sightline.vision.recording.TimeSpan;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EligibilityTest {

    private final Eligibility eligibility = new Eligibility(new EligibilityConfig() {
        @Override
        public double minDuration() {
            return 15;
        }

        @Override
        public double minActive() {
            return 10;
        }

        @Override
        public double maxActive() {
            return 3600;
        }

        @Override
        public Duration eventsGrace() {
            return Duration.ofSeconds(10);
        }
    });

    @ParameterizedTest
    @CsvSource({
        "14, 0,    too_short",
        "15, 9.9,  too_inactive",
        "15, 10,   eligible",
        "9000, 3600, eligible",
        "9000, 3600.1, too_long"
    })
    void gatesInOrderAndIncludesTheBounds(long seconds, double active, String expected) {
        SessionCounters session = new SessionCounters(
                new TimeSpan(0, seconds * 1000),
                new ActivityCounts((long) (active * 1000), 0, 0, 0),
                ConsoleCounts.NONE,
                RecordingContents.NONE);

        String kind =
                eligibility.refusal(session).map(reason -> reason.split(":")[0]).orElse("eligible");

        assertEquals(expected, kind);
    }
}
