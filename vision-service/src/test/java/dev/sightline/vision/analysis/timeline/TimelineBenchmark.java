package dev.sightline.vision.analysis.timeline;

import dev.sightline.vision.recording.BlockReader;
import dev.sightline.vision.recording.ItemSink;
import dev.sightline.vision.recording.TimeSpan;
import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.Supplier;

/**
 * Measures building the timeline of an hour with 50,000 items, beside only reading the same blocks. Run it as
 * PERFORMANCE.md says: the heap given to the process is the figure for memory.
 */
public final class TimelineBenchmark {

    private static final int RUNS = 15;

    private TimelineBenchmark() {}

    /** Prints the figures. */
    public static void main(String[] args) {
        List<byte[]> blocks = new LongSession().blocks();
        long bytes = blocks.stream().mapToLong(block -> block.length).sum();
        System.out.printf("%d items, %d KB in %d blocks%n", LongSession.ITEMS, bytes / 1024, blocks.size());
        report("reading only", () -> read(blocks, (window, item) -> {}));
        report("timeline", () -> timeline(blocks));
        System.out.println("moments " + timeline(blocks).moments().size());
        System.out.printf("all of it in a heap of %d MB%n", Runtime.getRuntime().maxMemory() >> 20);
    }

    private static void report(String what, Supplier<?> work) {
        long first = cpuMillis(work);
        long best = Long.MAX_VALUE;
        long sum = 0;
        for (int run = 1; run < RUNS; run++) {
            long millis = cpuMillis(work);
            best = Math.min(best, millis);
            sum += millis;
        }
        System.out.printf(
                "%-13s CPU ms: first run %d, mean of %d more %d, best %d%n",
                what, first, RUNS - 1, sum / (RUNS - 1), best);
    }

    private static long cpuMillis(Supplier<?> work) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        work.get();
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1_000_000;
    }

    private static long read(List<byte[]> blocks, ItemSink sink) {
        BlockReader reader = new BlockReader(sink);
        blocks.forEach(block -> reader.read(new ByteArrayInputStream(block)));
        return reader.items();
    }

    private static Timeline timeline(List<byte[]> blocks) {
        TimelineBuilder builder =
                new TimelineBuilder(new TimeSpan(LongSession.START, LongSession.START + LongSession.LENGTH));
        read(blocks, builder);
        return builder.build();
    }
}
