package dev.sightline.signals.scout.run;

import dev.sightline.api.ApiException;
import dev.sightline.json.Wire;
import dev.sightline.signals.processing.SignalEmitter;
import dev.sightline.signals.signal.NewSignal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Emits what runs find, if nothing speaks against it (spec/scouts.md 7). */
@ApplicationScoped
public class FindingEmitter {

    private static final Logger LOG = Logger.getLogger(FindingEmitter.class);

    private final RunStore runs;
    private final EmitGate gate;
    private final SignalEmitter signals;
    private final Emissions emissions;

    FindingEmitter(RunStore runs, EmitGate gate, SignalEmitter signals, Emissions emissions) {
        this.runs = runs;
        this.gate = gate;
        this.signals = signals;
        this.emissions = emissions;
    }

    /**
     * Emits a finding of a run that is under way. Every emit is another signal, unless the caller names it.
     *
     * @param key a second emit of the run under the same key changes nothing
     */
    public Uni<Emitted> emit(int projectId, UUID runId, Finding finding, Optional<String> key) {
        return runs.find(projectId, runId)
                .map(found -> found.orElseThrow(ApiException::notFound))
                .invoke(run -> check(run))
                .flatMap(run -> emit(run, finding.called(identity(run, finding, key)), key));
    }

    private void check(ScoutRun run) {
        if (run.status() != RunStatus.IN_PROGRESS) {
            throw ApiException.invalid(
                    "status", "The run is " + Wire.name(run.status()) + "; only a run in progress can emit.");
        }
        emissions.checkRoom(run);
    }

    private static String identity(ScoutRun run, Finding finding, Optional<String> key) {
        if (finding.findingId() != null) {
            return finding.findingId();
        }
        return key.map(text -> UUID.nameUUIDFromBytes((run.id() + "\n" + text).getBytes(StandardCharsets.UTF_8)))
                .orElseGet(UUID::randomUUID)
                .toString();
    }

    private Uni<Emitted> emit(ScoutRun run, Finding finding, Optional<String> key) {
        NewSignal signal = FindingSignal.of(run, finding);
        return gate.closed(run)
                .flatMap(reason -> reason.isPresent()
                        ? Uni.createFrom().item(new Emitted(finding.findingId(), false, reason.get()))
                        : signals.emit(run.projectId(), signal, key.map(text -> run.id() + "\n" + text))
                                .chain(() -> record(run, finding, key))
                                .replaceWith(new Emitted(finding.findingId(), true, null)));
    }

    /** The signal is on its way: whether it is counted cannot undo that. */
    private Uni<Void> record(ScoutRun run, Finding finding, Optional<String> key) {
        return emissions
                .record(run, finding, key)
                .onFailure()
                .invoke(failure -> LOG.errorf(failure, "Emission not recorded run=%s", run.id()))
                .onFailure()
                .recoverWithNull();
    }
}
