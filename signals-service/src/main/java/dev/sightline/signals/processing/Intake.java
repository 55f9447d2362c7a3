package dev.sightline.signals.processing;

import dev.sightline.event.SignalEmitted;
import dev.sightline.signals.signal.SignalSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Where signals come in: those that pass the gate wait in their project's lane from then on. */
@ApplicationScoped
class Intake {

    private final SignalGate gate;
    private final Lanes lanes;
    private final MeterRegistry metrics;

    Intake(SignalGate gate, Lanes lanes, MeterRegistry metrics) {
        this.gate = gate;
        this.lanes = lanes;
        this.metrics = metrics;
    }

    /** Takes well-formed signals; when it completes, those let in are kept. Repeating it changes nothing. */
    Uni<Void> take(List<SignalEmitted> signals) {
        Set<Integer> projects = signals.stream().map(SignalEmitted::projectId).collect(Collectors.toSet());
        return gate.of(projects).map(open -> allowed(open, signals)).flatMap(this::keep);
    }

    private List<SignalEmitted> allowed(SignalGate.Open open, List<SignalEmitted> signals) {
        List<SignalEmitted> allowed = signals.stream()
                .filter(signal ->
                        open.allows(signal.projectId(), new SignalSource(signal.sourceProduct(), signal.sourceType())))
                .toList();
        metrics.counter("sightline.signals.taken").increment(allowed.size());
        metrics.counter("sightline.signals.dropped", "reason", "gate").increment(signals.size() - allowed.size());
        return allowed;
    }

    private Uni<Void> keep(List<SignalEmitted> allowed) {
        return allowed.isEmpty() ? Uni.createFrom().voidItem() : lanes.add(allowed);
    }
}
