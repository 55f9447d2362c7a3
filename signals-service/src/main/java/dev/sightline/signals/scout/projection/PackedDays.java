package dev.sightline.signals.scout.projection;

import java.nio.ByteBuffer;
import java.time.LocalDate;

/**
 * Days of a thing as the database packs them, one after the other: the day in days since 2000, then its hours as Postgres
 * sends an array of numbers. Reading them this way costs a fraction of a row for each day.
 */
record PackedDays(byte[] bytes) {

    private static final long EPOCH = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final int ARRAY_HEADER = 5 * Integer.BYTES;

    /** Puts the hours where they belong in those of a history that begins at {@code start}; days outside are left out. */
    void unpack(LocalDate start, double[] hours) {
        ByteBuffer packed = ByteBuffer.wrap(bytes);
        while (packed.hasRemaining()) {
            long first = (EPOCH + packed.getInt() - start.toEpochDay()) * Series.DAY;
            packed.position(packed.position() + ARRAY_HEADER);
            for (int hour = 0; hour < Series.DAY; hour++) {
                put(hours, first + hour, packed);
            }
        }
    }

    private static void put(double[] hours, long at, ByteBuffer packed) {
        double value = packed.getInt() < 0 ? Double.NaN : packed.getDouble();
        if (at >= 0 && at < hours.length) {
            hours[(int) at] = value;
        }
    }
}
