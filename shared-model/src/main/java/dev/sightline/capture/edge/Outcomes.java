package dev.sightline.capture.edge;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts what became of a route's requests, by status, and how large their bodies were. */
final class Outcomes {

    private final MeterRegistry metrics;
    private final String route;
    private final DistributionSummary sizes;

    Outcomes(MeterRegistry metrics, String route) {
        this.metrics = metrics;
        this.route = route;
        this.sizes = DistributionSummary.builder("sightline.capture.body")
                .baseUnit("bytes")
                .tag("route", route)
                .register(metrics);
    }

    void answered(int status) {
        metrics.counter("sightline.capture.requests", "route", route, "status", Integer.toString(status))
                .increment();
    }

    void received(int bytes) {
        sizes.record(bytes);
    }
}
