package dev.sightline.capture.edge;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts what was accepted from a client and thrown away, because SDKs must not be told. */
@ApplicationScoped
public class Dropped {

    private final MeterRegistry metrics;

    Dropped(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    /** Counts one request; kind and reason are constants of the caller. */
    public void count(String kind, String reason) {
        metrics.counter("sightline.capture.dropped", "kind", kind, "reason", reason)
                .increment();
    }
}
