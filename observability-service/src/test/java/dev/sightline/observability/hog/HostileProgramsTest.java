package dev.sightline.observability.hog;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.observability.hog.vm.FailureKind;
import dev.sightline.observability.hog.vm.Globals;
import dev.sightline.observability.hog.vm.Limits;
import dev.sightline.observability.hog.vm.Result;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs that want more than they may have: none gets it, and all end in time. */
class HostileProgramsTest {

    private static final Limits SHORT = Limits.standard().withTime(Duration.ofMillis(400));

    /** For programs that something else than the time must end, however slow the machine is just now. */
    private static final Limits LONG = Limits.standard().withTime(Duration.ofSeconds(60));

    /** What a loaded machine may take beyond the limit; how little it is on an idle one says {@code HOG.md}. */
    private static final Duration GRACE = Duration.ofSeconds(20);

    static List<HostileProgram> programs() throws IOException {
        return HostileProgram.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("programs")
    void endsInsideItsLimits(HostileProgram program) {
        Limits limits = program.expected().contains("TIMEOUT") ? SHORT : LONG;
        long start = System.nanoTime();
        Result result = program.run(limits);
        Duration taken = Duration.ofNanos(System.nanoTime() - start);

        assertTrue(
                Arrays.asList(program.expected().split(" or ")).contains(HostileProgram.end(result)),
                () -> HostileProgram.end(result) + ": " + result);
        assertTrue(taken.compareTo(limits.time().plus(GRACE)) < 0, () -> "took " + taken.toMillis() + " ms");
    }

    @Test
    void thereAreThirtyOrMore() throws IOException {
        assertTrue(programs().size() >= 30);
    }

    @Test
    void isStoppedFromOutside() {
        long start = System.nanoTime();
        Result result = Hog.compile("while (true) {}", CompileOptions.standard())
                .run(Globals.none(), Limits.standard().cancelledBy(() -> System.nanoTime() - start > 50_000_000));

        assertTrue(result instanceof Result.Failed failed && failed.kind() == FailureKind.CANCELLED, result::toString);
    }

    @Test
    void isStoppedByAnInterruptInTheDepthsToo() {
        Thread.currentThread().interrupt();
        Result result = Hog.compile(
                        "fun f(n) { if (n = 0) { while (true) {} } return f(n - 1) } f(200)", CompileOptions.standard())
                .run(Globals.none(), Limits.standard());

        assertTrue(Thread.interrupted());
        assertTrue(result instanceof Result.Failed failed && failed.kind() == FailureKind.CANCELLED, result::toString);
    }
}
