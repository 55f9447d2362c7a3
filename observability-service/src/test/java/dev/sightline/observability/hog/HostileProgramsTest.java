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

    private static final Limits LIMITS = Limits.standard().withTime(Duration.ofMillis(400));

    /** What a loaded machine may take beyond the limit; on an idle one it is a few milliseconds. */
    private static final Duration GRACE = Duration.ofMillis(800);

    static List<HostileProgram> programs() throws IOException {
        return HostileProgram.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("programs")
    void endsInsideItsLimits(HostileProgram program) {
        long start = System.nanoTime();
        Result result = program.run(LIMITS);
        Duration taken = Duration.ofNanos(System.nanoTime() - start);

        assertTrue(
                Arrays.asList(program.expected().split(" or ")).contains(HostileProgram.end(result)),
                () -> HostileProgram.end(result) + ": " + result);
        assertTrue(taken.compareTo(LIMITS.time().plus(GRACE)) < 0, () -> "took " + taken.toMillis() + " ms");
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
