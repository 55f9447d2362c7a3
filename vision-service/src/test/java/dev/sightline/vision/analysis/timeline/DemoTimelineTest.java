package dev.sightline.vision.analysis.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.sightline.vision.analysis.DemoSession;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The recorded visits of the demo shop show what their visitors did, no more and no less. */
class DemoTimelineTest {

    private static final Set<String> BEHAVIOURS = Set.of(
            "rage_click",
            "dead_click",
            "js_error",
            "error_after_click",
            "failed_request",
            "failed_request_after_click",
            "form_abandoned",
            "back_and_forth",
            "idle",
            "completed");

    static Stream<DemoSession> sessions() {
        return DemoSession.all().stream();
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void showsTheBehavioursOfTheVisit(DemoSession session) {
        Timeline timeline = session.timeline();

        assertEquals(session.expected(), behaviours(timeline), () -> timeline.moments().stream()
                .map(Moment::toString)
                .collect(Collectors.joining("\n")));
        assertEquals(0, timeline.coverage().unread());
        assertFalse(timeline.coverage().truncated());
    }

    private static Set<String> behaviours(Timeline timeline) {
        return timeline.moments().stream()
                .map(moment -> moment.kind().label())
                .filter(BEHAVIOURS::contains)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
