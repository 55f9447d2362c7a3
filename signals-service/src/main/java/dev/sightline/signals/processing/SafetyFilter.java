package dev.sightline.signals.processing;

import dev.sightline.signals.pipeline.Safety;
import dev.sightline.signals.pipeline.SafetyVerdict;
import dev.sightline.signals.pipeline.SafetyVerdict.Unsafe;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Leaves out signals that attack their readers. What they say is not logged. */
@ApplicationScoped
class SafetyFilter {

    private static final Logger LOG = Logger.getLogger(SafetyFilter.class);

    private static final int SIDE_BY_SIDE = 5;

    private final LaneModels models;
    private final MeterRegistry metrics;

    SafetyFilter(LaneModels models, MeterRegistry metrics) {
        this.models = models;
        this.metrics = metrics;
    }

    /** The signals that may go on, in their order. */
    Uni<List<Waiting>> safe(int projectId, List<Waiting> batch) {
        Safety safety = models.of(projectId).map(Safety::with).orElseGet(Safety::local);
        return batch.isEmpty()
                ? Uni.createFrom().item(batch)
                : Uni.join()
                        .all(batch.stream()
                                .map(waiting -> passing(safety, waiting))
                                .toList())
                        .usingConcurrencyOf(SIDE_BY_SIDE)
                        .andFailFast()
                        .map(passed -> passed.stream().flatMap(Optional::stream).toList());
    }

    private Uni<Optional<Waiting>> passing(Safety safety, Waiting waiting) {
        return safety.judge(waiting.signal())
                .invoke(verdict -> report(waiting, verdict))
                .map(verdict -> verdict instanceof Unsafe ? Optional.empty() : Optional.of(waiting));
    }

    private void report(Waiting waiting, SafetyVerdict verdict) {
        if (verdict instanceof Unsafe unsafe) {
            metrics.counter("sightline.signals.dropped", "reason", "unsafe").increment();
            LOG.infof(
                    "Signal blocked project=%d signal=%s source=%s threat=%s",
                    waiting.message().projectId(),
                    waiting.message().signalId(),
                    waiting.source(),
                    unsafe.threat().text());
        }
    }
}
