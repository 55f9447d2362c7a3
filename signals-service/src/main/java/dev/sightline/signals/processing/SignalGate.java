package dev.sightline.signals.processing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.auth.Directory;
import dev.sightline.auth.Organization;
import dev.sightline.signals.pipeline.Gate;
import dev.sightline.signals.pipeline.GateDecision;
import dev.sightline.signals.signal.SignalSource;
import dev.sightline.signals.signal.SourceSwitches;
import dev.sightline.signals.signal.SourceSwitches.Switches;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;

/**
 * The stage {@link Gate} with what it needs to know: what the directory says of the project's organization, and what the
 * project has switched on.
 */
@ApplicationScoped
public class SignalGate {

    private final Directory directory;
    private final SourceSwitches switches;

    SignalGate(Directory directory, SourceSwitches switches) {
        this.directory = directory;
        this.switches = switches;
    }

    /** The gate as it stands now for these projects. */
    public Uni<Open> of(Collection<Integer> projectIds) {
        return switches.of(projectIds)
                .map(read -> (projectId, source, extra) ->
                        decide(projectId, source, extra, read).passes());
    }

    private GateDecision decide(int projectId, SignalSource source, JsonNode extra, Switches read) {
        return Gate.decide(approved(projectId), source, extra, pair -> read.find(projectId, pair));
    }

    private boolean approved(int projectId) {
        return directory
                .organizationOf(projectId)
                .map(Organization::aiDataProcessingApproved)
                .orElse(false);
    }

    /** A gate at one moment. */
    @FunctionalInterface
    public interface Open {

        boolean allows(int projectId, SignalSource source, JsonNode extra);
    }
}
