package dev.sightline.load;

import java.time.Duration;

/**
 * What a measurement found.
 *
 * @param count requests or records that were acknowledged
 * @param bytes of their bodies
 * @param service processor time of the service, null where none took part
 */
record Figure(long count, long bytes, Duration elapsed, Duration service) {

    private static final double MEGABYTE = 1e6;

    Figure spending(Duration processor) {
        return new Figure(count, bytes, elapsed, processor);
    }

    double perSecond() {
        return count / (elapsed.toNanos() / 1e9);
    }

    @Override
    public String toString() {
        double seconds = elapsed.toNanos() / 1e9;
        String rate = "%7.0f/s, %6.1f MB/s".formatted(perSecond(), bytes / MEGABYTE / seconds);
        return service == null
                ? rate
                : rate
                        + ", %.2f processors of the service, %.3f ms each"
                                .formatted(service.toNanos() / 1e9 / seconds, service.toNanos() / 1e6 / count);
    }
}
