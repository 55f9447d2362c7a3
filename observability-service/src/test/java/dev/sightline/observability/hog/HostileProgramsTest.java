package dev.sightline.observability.hog;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.observability.hog.vm.FailureKind;
import dev.sightline.observability.hog.vm.Globals;
import dev.sightline.observability.hog.vm.Limits;
import dev.sightline.observability.hog.vm.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs that want more than they may have: none gets it, and all end in time. */
class HostileProgramsTest {

    private static final Path FILE = Path.of("src/test/resources/hog/hostile.txt");
    private static final Limits LIMITS = Limits.standard().withTime(Duration.ofMillis(400));

    /** What a loaded machine may take beyond the limit; on an idle one it is a few milliseconds. */
    private static final Duration GRACE = Duration.ofMillis(800);

    private static final Globals GLOBALS = Globals.of(
            Map.of("properties", Map.of("list", IntStream.range(0, 5000).boxed().toList())));

    /** One program of the resource file: its name, what is expected of it and its source. */
    record Hostile(String name, String expected, String source) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Hostile> programs() throws IOException {
        return Arrays.stream(Files.readString(FILE).split("(?m)^### "))
                .filter(part -> !part.isBlank())
                .map(HostileProgramsTest::parse);
    }

    private static Hostile parse(String part) {
        String[] head = part.substring(0, part.indexOf('\n')).split(": ");
        return new Hostile(head[0], head[1], part.substring(part.indexOf('\n')));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("programs")
    void endsInsideItsLimits(Hostile program) {
        long start = System.nanoTime();
        Result result = Hog.compile(program.source(), CompileOptions.standard()).run(GLOBALS, LIMITS);
        Duration taken = Duration.ofNanos(System.nanoTime() - start);

        assertTrue(
                Arrays.asList(program.expected().split(" or ")).contains(kind(result)),
                () -> kind(result) + ": " + result);
        assertTrue(taken.compareTo(LIMITS.time().plus(GRACE)) < 0, () -> "took " + taken.toMillis() + " ms");
    }

    private static String kind(Result result) {
        if (result instanceof Result.Failed failed) {
            return failed.message().contains("host")
                    ? failed.message()
                    : failed.kind().name();
        }
        return "RETURNS";
    }

    @Test
    void thereAreThirtyOrMore() throws IOException {
        assertTrue(programs().count() >= 30);
    }

    @Test
    void isStoppedFromOutside() {
        long start = System.nanoTime();
        Result result = Hog.compile("while (true) {}", CompileOptions.standard())
                .run(GLOBALS, Limits.standard().cancelledBy(() -> System.nanoTime() - start > 50_000_000));

        assertTrue(result instanceof Result.Failed failed && failed.kind() == FailureKind.CANCELLED, result::toString);
    }

    @Test
    void isStoppedByAnInterruptInTheDepthsToo() {
        Thread.currentThread().interrupt();
        Result result = Hog.compile(
                        "fun f(n) { if (n = 0) { while (true) {} } return f(n - 1) } f(200)", CompileOptions.standard())
                .run(GLOBALS, Limits.standard());

        assertTrue(Thread.interrupted());
        assertTrue(result instanceof Result.Failed failed && failed.kind() == FailureKind.CANCELLED, result::toString);
    }
}
