package dev.sightline.signals.scout.schedule;

import dev.sightline.signals.scout.detector.Clue;
import dev.sightline.signals.scout.detector.Detector;
import dev.sightline.signals.scout.detector.Facts;
import dev.sightline.signals.scout.run.Severity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

/** Detectors that misbehave. */
final class OddDetectors {

    static final String THROWS = "signals-scout-odd-throws";
    static final String HANGS = "signals-scout-odd-hangs";
    static final String FLOODS = "signals-scout-odd-floods";

    private OddDetectors() {}

    @ApplicationScoped
    static class Throws implements Detector {

        @Override
        public String skillName() {
            return THROWS;
        }

        @Override
        public Set<String> domains() {
            return Set.of();
        }

        @Override
        public List<Clue> detect(Facts facts) {
            throw new IllegalStateException("no luck\nat all");
        }
    }

    @ApplicationScoped
    static class Hangs implements Detector {

        static final CountDownLatch INTERRUPTED = new CountDownLatch(1);

        @Override
        public String skillName() {
            return HANGS;
        }

        @Override
        public Set<String> domains() {
            return Set.of();
        }

        @Override
        public List<Clue> detect(Facts facts) {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                INTERRUPTED.countDown();
            }
            return List.of();
        }
    }

    @ApplicationScoped
    static class Floods implements Detector {

        @Override
        public String skillName() {
            return FLOODS;
        }

        @Override
        public Set<String> domains() {
            return Set.of("flood");
        }

        @Override
        public List<Clue> detect(Facts facts) {
            return IntStream.range(0, 500).mapToObj(Floods::clue).toList();
        }

        private static Clue clue(int number) {
            LocalDate day = LocalDate.of(2026, 11, 20);
            return new Clue(
                    "flood",
                    "drop " + number,
                    new Clue.Text("Drop " + number, null, day, day),
                    1,
                    new Clue.Grade(0.9, number / 1000.0, Severity.P4),
                    List.of());
        }
    }
}
