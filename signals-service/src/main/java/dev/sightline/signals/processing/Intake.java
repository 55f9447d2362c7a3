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

    /**
     * Takes signals; when it completes, those that are new and let in are kept. Repeating it changes nothing. Fails with a
     * {@code MalformedMessageException}, and none is kept, if one of them is no signal.
     */
    Uni<Void> take(List<SignalEmitted> signals) {
        signals.forEach(Wellformedness::identified);
        return lanes.fresh(signals)
                .invoke(fresh -> drop("duplicate", signals.size() - fresh.size()))
                .flatMap(fresh -> fresh.isEmpty() ? Uni.createFrom().voidItem() : letIn(fresh));
    }

    private Uni<Void> letIn(List<SignalEmitted> fresh) {
        fresh.forEach(Wellformedness::whole);
        Set<Integer> projects = fresh.stream().map(SignalEmitted::projectId).collect(Collectors.toSet());
        return gate.of(projects).map(open -> allowed(open, fresh)).flatMap(this::keep);
    }

    private List<SignalEmitted> allowed(SignalGate.Open open, List<SignalEmitted> signals) {
        List<SignalEmitted> allowed = signals.stream()
                .filter(signal -> open.allows(
                        signal.projectId(),
                        new SignalSource(signal.sourceProduct(), signal.sourceType()),
                        signal.extra()))
                .toList();
        metrics.counter("sightline.signals.taken").increment(allowed.size());
        drop("gate", signals.size() - allowed.size());
        return allowed;
    }

    private void drop(String reason, int signals) {
        metrics.counter("sightline.signals.dropped", "reason", reason).increment(signals);
    }

    private Uni<Void> keep(List<SignalEmitted> allowed) {
        return allowed.isEmpty() ? Uni.createFrom().voidItem() : lanes.add(allowed);
    }
}
