package dev.sightline.observability.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.auth.Directory;
import dev.sightline.auth.Organization;
import dev.sightline.event.SignalEmitted;
import dev.sightline.observability.evaluation.Criteria;
import dev.sightline.observability.evaluation.Evaluation;
import dev.sightline.observability.generation.Generation;
import dev.sightline.observability.run.judge.Judgement;
import dev.sightline.observability.run.judge.SignalText;
import dev.sightline.observability.run.judge.SignalWriter;
import dev.sightline.time.Timestamps;
import dev.sightline.time.UuidV7;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * What the inbox hears of a verdict (spec/observability.md 8.1). Which evaluations a project listens to is its source
 * configuration in the signals service, which drops the rest.
 */
@ApplicationScoped
class VerdictSignals {

    private static final Logger LOG = Logger.getLogger(VerdictSignals.class);
    private static final double LEAST_SIGNIFICANCE = 0.1;

    private final SignalWriter writer;
    private final SignalDays days;
    private final SignalConfig config;
    private final Directory directory;
    private final Clock clock;

    VerdictSignals(SignalWriter writer, SignalDays days, SignalConfig config, Directory directory, Clock clock) {
        this.writer = writer;
        this.days = days;
        this.config = config;
        this.directory = directory;
        this.clock = clock;
    }

    /** Never fails: a verdict counts whether or not it can be put into words. */
    Uni<Optional<SignalEmitted>> of(
            Evaluation evaluation, Criteria.Judged criteria, Generation generation, Judgement judgement) {
        if (!isWorthIt(evaluation, judgement)) {
            return Uni.createFrom().item(Optional.empty());
        }
        SignalWriter.Material material = new SignalWriter.Material(
                generation, criteria, judgement.finding().reasoning());
        return days.hasRoom(evaluation.projectId(), evaluation.id())
                .chain(room -> room
                        ? writer.write(judgement.judge(), evaluation, material)
                        : Uni.createFrom().item(Optional.<SignalText>empty()))
                .ifNoItem()
                .after(config.patience())
                .recoverWithItem(Optional.empty())
                .onFailure()
                .invoke(failure -> LOG.warnf("verdict not put into words reason=\"%s\"", failure.getMessage()))
                .onFailure()
                .recoverWithItem(Optional.empty())
                .map(text -> text.filter(found -> found.significance() >= LEAST_SIGNIFICANCE)
                        .map(found -> signal(evaluation, generation, judgement, found)));
    }

    private boolean isWorthIt(Evaluation evaluation, Judgement judgement) {
        return Boolean.TRUE.equals(judgement.finding().verdict())
                && !judgement.finding().reasoning().isEmpty()
                && directory
                        .organizationOf(evaluation.projectId())
                        .map(Organization::aiDataProcessingApproved)
                        .orElse(false);
    }

    private SignalEmitted signal(Evaluation evaluation, Generation generation, Judgement judgement, SignalText text) {
        return new SignalEmitted(
                evaluation.projectId(),
                UuidV7.next(),
                "llm_analytics",
                "evaluation",
                evaluation.id() + ":" + generation.event().uuid(),
                text.description(),
                text.significance(),
                extra(evaluation, generation, judgement),
                true,
                Timestamps.micros(clock.instant()));
    }

    private static ObjectNode extra(Evaluation evaluation, Generation generation, Judgement judgement) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("evaluation_id", evaluation.id().toString())
                .put("target_event_id", generation.event().uuid().toString())
                .put("target_event_type", generation.event().event())
                .put("trace_id", Objects.requireNonNullElse(generation.traceId(), ""))
                .put("model", judgement.judge().model())
                .put("provider", judgement.judge().key().provider().wire());
    }
}
