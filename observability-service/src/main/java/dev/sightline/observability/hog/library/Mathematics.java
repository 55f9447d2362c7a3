package dev.sightline.observability.hog.library;

import dev.sightline.observability.hog.vm.Failure;
import dev.sightline.observability.hog.vm.ListValue;
import dev.sightline.observability.hog.vm.Run;
import dev.sightline.observability.hog.vm.Values;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Rounding, ranges and chance. */
final class Mathematics {

    private static final long SLOT = 8;

    /** More than any run may have, so that counting beyond is of no use. */
    private static final long MOST = 1L << 40;

    private Mathematics() {}

    static void register(Registry library) {
        library.add("floor", 1, 2, (run, a) -> round(a[0], RoundingMode.FLOOR))
                .add("round", 1, 2, (run, a) -> round(a[0], RoundingMode.HALF_EVEN))
                .add("range", 1, 2, Mathematics::range)
                .add("randomFloat", 0, (run, a) -> ThreadLocalRandom.current().nextDouble())
                .add("generateUUIDv4", 0, (run, a) -> UUID.randomUUID().toString());
    }

    private static Object round(Object value, RoundingMode mode) {
        Object number = Values.number(value);
        if (Values.isInteger(number)) {
            return number;
        }
        double floating = Arguments.number(value);
        if (Double.isNaN(floating) || Double.isInfinite(floating)) {
            throw Failure.value("cannot convert float to integer");
        }
        return Values.integer(new BigDecimal(floating).setScale(0, mode).toBigInteger());
    }

    private static Object range(Run run, Object[] a) {
        long from = a.length == 1 ? 0 : Arguments.integer(a[0]);
        long to = Arguments.integer(a[a.length - 1]);
        long count = to <= from ? 0 : Math.min(MOST, to - from < 0 ? MOST : to - from);
        run.reserveResult(SLOT * (count + 1));
        run.work(count);
        Object[] numbers = new Object[(int) count];
        Arrays.setAll(numbers, i -> from + i);
        return ListValue.array(numbers);
    }
}
