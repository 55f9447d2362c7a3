package dev.sightline.observability.hog.bench;

import dev.sightline.observability.hog.HostileProgram;
import dev.sightline.observability.hog.vm.FailureKind;
import dev.sightline.observability.hog.vm.Limits;
import dev.sightline.observability.hog.vm.Result;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How well the limits hold for every hostile program of the tests: by how much of the limit a program that is out of time
 * ran over it, the best of three runs since others use the processors as well, and how many bytes one that is out of
 * memory had accounted for, the value that did not fit included.
 */
final class LimitsKept {

    private static final int ROUNDS = 3;
    private static final Limits LIMITS = Limits.standard().withTime(Duration.ofSeconds(1));
    private static final Pattern ATTEMPTED = Pattern.compile("Attempted to use (\\d+) bytes");

    private LimitsKept() {}

    public static void main(String[] arguments) throws IOException {
        System.out.printf("limits: %s, %,d bytes%n", LIMITS.time(), LIMITS.memory());
        System.out.println("| program | ended by | ms | time over | bytes accounted | memory over |");
        System.out.println("| --- | --- | --- | --- | --- | --- |");
        HostileProgram.all().forEach(LimitsKept::print);
    }

    private static void print(HostileProgram program) {
        program.run(LIMITS.withTime(Duration.ofMillis(200)));
        Trial best = trial(program);
        for (int i = 1; i < ROUNDS; i++) {
            Trial next = trial(program);
            best = next.nanos < best.nanos ? next : best;
        }
        System.out.printf(
                "| %s | %s | %.1f | %s | %s |%n",
                program, HostileProgram.end(best.result), best.nanos / 1e6, best.timeOver(), best.memory());
    }

    private static Trial trial(HostileProgram program) {
        long start = System.nanoTime();
        Result result = program.run(LIMITS);
        return new Trial(result, System.nanoTime() - start);
    }

    /** One run, compiling included. */
    private record Trial(Result result, long nanos) {

        private boolean endedBy(FailureKind kind) {
            return result instanceof Result.Failed failed && failed.kind() == kind;
        }

        String timeOver() {
            return endedBy(FailureKind.TIMEOUT) ? percent(nanos, LIMITS.time().toNanos()) : "";
        }

        String memory() {
            Matcher attempted = ATTEMPTED.matcher(result instanceof Result.Failed failed ? failed.message() : "");
            if (!endedBy(FailureKind.MEMORY) || !attempted.find()) {
                return " | ";
            }
            long bytes = Long.parseLong(attempted.group(1));
            return "%,d | %s".formatted(bytes, percent(bytes, LIMITS.memory()));
        }

        private static String percent(long used, long limit) {
            return "%.2f %%".formatted(100.0 * (used - limit) / limit);
        }
    }
}
