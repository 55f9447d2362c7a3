package dev.sightline.signals.scout.projection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PackedDaysTest {

    private static final LocalDate START = LocalDate.of(2026, 11, 1);

    /** A day as Postgres packs it: every third hour is not known. */
    private static byte[] packed(int... days) {
        ByteBuffer packed = ByteBuffer.allocate(10_000);
        for (int day : days) {
            packed.putInt((int)
                    (START.plusDays(day).toEpochDay() - LocalDate.of(2000, 1, 1).toEpochDay()));
            packed.putInt(1).putInt(1).putInt(701).putInt(24).putInt(1);
            for (int hour = 0; hour < 24; hour++) {
                if (hour % 3 == 0) {
                    packed.putInt(-1);
                } else {
                    packed.putInt(8).putDouble(day * 100.0 + hour);
                }
            }
        }
        return Arrays.copyOf(packed.array(), packed.position());
    }

    @Test
    void daysComeInAnyOrderAndThoseOutsideAreLeftOut() {
        double[] hours = new double[3 * 24];
        Arrays.fill(hours, Double.NaN);

        new PackedDays(packed(2, -1, 0, 3)).unpack(START, hours);

        assertEquals(Double.NaN, hours[0]);
        assertEquals(1, hours[1]);
        assertEquals(23, hours[23]);
        assertEquals(Double.NaN, hours[24 + 1]);
        assertEquals(201, hours[48 + 1]);
        assertEquals(223, hours[71]);
    }
}
