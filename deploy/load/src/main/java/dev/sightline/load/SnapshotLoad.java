package dev.sightline.load;

import java.time.Duration;

/**
 * How many recordings of 50 KB {@code /s} takes a second, plain and gzipped, beside how many records of that size
 * kafka-producer-perf-test stores on the same broker. The three take turns, so that all meet the same machine.
 */
public final class SnapshotLoad {

    private static final int ROUNDS = 3;
    private static final Duration WARM_UP = Duration.ofSeconds(10);

    private SnapshotLoad() {}

    public static void main(String[] arguments) throws Exception {
        Duration each = Duration.ofSeconds(Long.parseLong(arguments[0]));
        Run.of(Service.VISION, (vision, broker) -> measure(vision, new Baseline(broker), each));
        System.exit(0);
    }

    private static void measure(ServiceProcess vision, Baseline baseline, Duration each) throws Exception {
        Posts plain = new Posts(vision.port(), "/s/", Recording.plain());
        Posts packed = new Posts(vision.port(), "/s/", Recording.gzipped());
        System.out.println("warming up");
        plain.during(WARM_UP);
        packed.during(WARM_UP);
        baseline.records(2_000);
        for (int round = 1; round <= ROUNDS; round++) {
            System.out.println("round " + round);
            print("perf-test, 50 KB records", baseline.during(each), vision);
            print("/s, 50 KB of JSON", vision.spent(() -> plain.during(each)), vision);
            print("/s, 50 KB of gzip", vision.spent(() -> packed.during(each)), vision);
        }
    }

    private static void print(String what, Figure figure, ServiceProcess vision) {
        System.out.printf("  %-26s %s; resident %d MB%n", what, figure, vision.residentMegabytes());
    }
}
