package dev.sightline.signals.scout.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlanTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private static Due due(int project, String name, Integer hoursAgo) {
        Instant last = hoursAgo == null ? null : NOW.minus(Duration.ofHours(hoursAgo));
        return new Due(project, null, name, 1, true, null, last, Duration.ofHours(1));
    }

    private static List<String> choose(int cap, int most, Due... due) {
        return new Plan(NOW, project -> cap, most)
                .choose(List.of(due)).stream()
                        .map(scout -> scout.projectId() + scout.skillName())
                        .toList();
    }

    @Test
    void whatNeverRanComesFirstThenTheMostOverdue() {
        assertEquals(
                List.of("1c", "1b", "1d", "1a"),
                choose(9, 9, due(1, "a", 2), due(1, "b", 5), due(1, "c", null), due(1, "d", 5)));
    }

    @Test
    void projectsTakeTurns() {
        assertEquals(
                List.of("2a", "1a", "2b", "1b"),
                choose(9, 4, due(1, "a", 3), due(1, "b", 3), due(1, "c", 3), due(2, "a", 4), due(2, "b", 2)));
    }

    @Test
    void aProjectHasItsCap() {
        assertEquals(List.of("1a", "2a"), choose(1, 9, due(1, "a", 3), due(1, "b", 3), due(2, "a", 3)));
        assertEquals(List.of(), choose(-3, 9, due(1, "a", 3)));
    }

    @Test
    void aTickHasItsCapAndTheRestIsMoreOverdueNextTime() {
        Due[] many = IntStream.range(0, 100).mapToObj(i -> due(i, "a", 2)).toArray(Due[]::new);

        assertEquals(50, choose(9, 50, many).size());
        assertEquals(
                "99z",
                choose(
                                9,
                                1,
                                Stream.concat(Stream.of(many), Stream.of(due(99, "z", 3)))
                                        .toArray(Due[]::new))
                        .get(0));
    }
}
