package dev.sightline.load;

import dev.sightline.servers.KafkaServer;
import dev.sightline.servers.PostgresServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * How fast the recorder works off a topic that was filled before it started, beside COPY of the rows it has written. The
 * first fifth warms it up and does not count.
 */
public final class RecorderLoad {

    private static final int BATCHES = 4;
    private static final int COPIES = 3;
    private static final long PAUSE = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private RecorderLoad() {}

    public static void main(String[] arguments) throws Exception {
        Backlog backlog = new Backlog(Integer.parseInt(arguments[0]), BATCHES);
        Path folder = Files.createTempDirectory("sightline-load");
        try (KafkaServer kafka = KafkaServer.start(folder.resolve("kafka"), 0);
                PostgresServer postgres = PostgresServer.startFast(folder.resolve("postgres"), 0)) {
            String name = Service.VISION.label();
            postgres.create(name, name, name);
            Map<String, String> servers =
                    Map.of("SIGHTLINE_POSTGRES_URL", postgres.url(), "SIGHTLINE_KAFKA", kafka.bootstrapServers());
            fill(backlog, folder.resolve("edge.log"), servers);
            measure(backlog, folder.resolve("recorder.log"), servers);
        } finally {
            Folders.delete(folder);
        }
        System.exit(0);
    }

    private static void fill(Backlog backlog, Path log, Map<String, String> servers) throws Exception {
        try (ServiceProcess edge = ServiceProcess.start(Service.VISION, log, servers)) {
            backlog.fill(edge.port());
        }
        System.out.printf(
                "%d sessions of %d requests, %,.0f MB of JSON, wait in the topic%n",
                backlog.sessions(), backlog.batches(), backlog.bytes() / 1e6);
    }

    private static void measure(Backlog backlog, Path log, Map<String, String> servers) throws Exception {
        try (ServiceProcess recorder = ServiceProcess.consuming(Service.VISION, log, servers);
                BlockTable blocks = new BlockTable(servers.get("SIGHTLINE_POSTGRES_URL"))) {
            long warm = until(blocks, backlog.requests() / 5);
            Figure figure = recorder.spent(() -> recorded(backlog, blocks, warm));
            System.out.printf("  recorder, JSON          %s%n", figure);
            System.out.printf(
                    "  recorder, sessions      %7.0f/s; resident %d MB; %,.1f MB of blocks%n",
                    figure.perSecond() / backlog.batches(), recorder.residentMegabytes(), blocks.bytes() / 1e6);
            for (int round = 1; round <= COPIES; round++) {
                System.out.printf("  COPY of the same blocks %s%n", blocks.copy(round));
            }
        }
    }

    private static Figure recorded(Backlog backlog, BlockTable blocks, long before) throws Exception {
        long start = System.nanoTime();
        long count = until(blocks, backlog.requests()) - before;
        Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
        return new Figure(count, count * (backlog.bytes() / backlog.requests()), elapsed, null);
    }

    private static long until(BlockTable blocks, long count) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        long stored = blocks.count();
        while (stored < count) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("only " + stored + " of " + count + " blocks were stored");
            }
            Thread.sleep(PAUSE);
            stored = blocks.count();
        }
        return stored;
    }
}
