package dev.sightline.observability.hog.bench;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * The alternative that was not taken, to know what it would bring: {@code loop.hog} the way a generator of JVM bytecode
 * would write it (a tag and a number for each variable, checks for overflow and a look at the clock), loaded anew
 * as a hidden class each time, as every compiled program would have to be.
 */
final class GeneratedForm {

    static final Object INTEGER = new Object();
    private static final int PROGRAMS = 300;
    private static final int RUNS = 300;
    private static final long NANOS_PER_MICRO = 1000;

    private GeneratedForm() {}

    public static void main(String[] arguments) throws Throwable {
        byte[] bytes = bytes();
        long sum = 0;
        long start = System.nanoTime();
        for (int i = 0; i < PROGRAMS; i++) {
            sum += (long) load(bytes).invokeExact(10L);
        }
        System.out.printf("define and first run: %d us%n", (System.nanoTime() - start) / PROGRAMS / NANOS_PER_MICRO);
        MethodHandle loop = load(bytes);
        for (int i = 0; i < RUNS; i++) {
            start = i == RUNS / 2 ? System.nanoTime() : start;
            sum += (long) loop.invokeExact(100_000L);
        }
        System.out.printf("loop: %d us (%d)%n", (System.nanoTime() - start) / (RUNS / 2) / NANOS_PER_MICRO, sum);
    }

    private static byte[] bytes() throws IOException {
        try (InputStream in = GeneratedForm.class.getResourceAsStream("GeneratedForm$Loop.class")) {
            return in.readAllBytes();
        }
    }

    private static MethodHandle load(byte[] bytes) throws ReflectiveOperationException {
        MethodHandles.Lookup loop = MethodHandles.lookup().defineHiddenClass(bytes, true);
        return loop.findStatic(loop.lookupClass(), "run", MethodType.methodType(long.class, long.class));
    }

    /** The program. */
    static final class Loop {
        private Loop() {}

        static long run(long end) {
            Object iTag = INTEGER;
            Object sumTag = INTEGER;
            long i = 0;
            long sum = 0;
            int steps = 1000;
            while (iTag == INTEGER && i < end) {
                long product = i * 3;
                if (Math.multiplyHigh(i, 3) != product >> 63 || sumTag != INTEGER) {
                    throw new IllegalStateException("slow path");
                }
                long next = sum + product % 7;
                if (((sum ^ next) & (product ^ next)) < 0 && next == Long.MIN_VALUE) {
                    throw new IllegalStateException("slow path");
                }
                sum = next - 1;
                i = i + 1;
                if (--steps < 0) {
                    steps = System.nanoTime() == 0 ? 0 : 1000;
                }
            }
            return sum;
        }
    }
}
