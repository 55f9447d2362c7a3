package dev.sightline.load;

import dev.sightline.servers.KafkaServer;
import dev.sightline.servers.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;

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
        Path folder = Files.createTempDirectory("sightline-load");
        try (KafkaServer kafka = KafkaServer.start(folder.resolve("kafka"), 0);
                PostgresServer postgres = PostgresServer.startFast(folder.resolve("postgres"), 0);
                VisionProcess vision = start(folder, kafka, postgres)) {
            measure(vision, new Baseline(kafka.bootstrapServers()), each);
        } catch (ExecutionException e) {
            System.err.println(Files.readString(folder.resolve("vision.log")));
            throw e;
        } finally {
            Folders.delete(folder);
        }
        System.exit(0);
    }

    private static VisionProcess start(Path folder, KafkaServer kafka, PostgresServer postgres)
            throws IOException, SQLException, InterruptedException {
        postgres.create("vision", "vision", "vision");
        return VisionProcess.start(folder.resolve("vision.log"), postgres.url(), kafka.bootstrapServers());
    }

    private static void measure(VisionProcess vision, Baseline baseline, Duration each) throws Exception {
        Posts plain = new Posts(vision.port(), Recording.plain());
        Posts packed = new Posts(vision.port(), Recording.gzipped());
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

    private static void print(String what, Figure figure, VisionProcess vision) {
        System.out.printf("  %-26s %s; resident %d MB%n", what, figure, vision.residentMegabytes());
    }
}
