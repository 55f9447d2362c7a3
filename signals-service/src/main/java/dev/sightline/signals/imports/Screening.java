package dev.sightline.signals.imports;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.signals.model.SignalModel;
import dev.sightline.signals.pipeline.Condense;
import dev.sightline.signals.pipeline.Relevance;
import dev.sightline.signals.pipeline.Relevance.Steering;
import dev.sightline.signals.sourceconfig.Imports.Claim;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What imported issues go through before they are emitted (spec/signals.md 1.5): long ones are condensed, those that
 * nobody can act on are left out. Once it has taken as long as an import may, the rest passes as it is.
 */
@ApplicationScoped
class Screening {

    private static final int SIDE_BY_SIDE = 20;

    private final SignalModel model;
    private final ImportConfig config;
    private final Clock clock;
    private final MeterRegistry metrics;

    Screening(SignalModel model, ImportConfig config, Clock clock, MeterRegistry metrics) {
        this.model = model;
        this.config = config;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** An issue that is worth a signal, and what that will say. */
    record Screened(GithubIssue issue, String description) {}

    /** How far it has come with one project's issues. */
    private record Stages(Condense condense, Relevance relevance, Instant end) {

        Uni<Optional<Screened>> screen(GithubIssue issue) {
            return condense.of(issue.description()).flatMap(text -> relevance
                    .of(text)
                    .map(passes -> passes ? Optional.of(new Screened(issue, text)) : Optional.empty()));
        }
    }

    /** The issues that are worth a signal, in their order. */
    Uni<List<Screened>> of(Claim claim, List<GithubIssue> issues) {
        if (issues.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        Stages stages = stages(claim);
        return Uni.join()
                .all(issues.stream().map(issue -> inTime(stages, issue)).toList())
                .usingConcurrencyOf(SIDE_BY_SIDE)
                .andFailFast()
                .map(screened -> screened.stream().flatMap(Optional::stream).toList())
                .invoke(passed -> metrics.counter("sightline.signals.dropped", "reason", "not_actionable")
                        .increment(issues.size() - passed.size()));
    }

    private Stages stages(Claim claim) {
        Instant end = clock.instant().plus(config.screening());
        return model.of(claim.projectId())
                .map(choice -> new Stages(Condense.with(choice), Relevance.with(choice, steering(claim.config())), end))
                .orElseGet(() -> new Stages(Condense.local(), Relevance.local(), end));
    }

    private static Steering steering(JsonNode config) {
        return new Steering(
                config.path("steering").asText(""),
                config.path("default_not_actionable").asBoolean(false));
    }

    private Uni<Optional<Screened>> inTime(Stages stages, GithubIssue issue) {
        return Uni.createFrom().deferred(() -> {
            Duration left = Duration.between(clock.instant(), stages.end());
            return left.isNegative() || left.isZero()
                    ? Uni.createFrom().item(asItIs(issue))
                    : stages.screen(issue).ifNoItem().after(left).recoverWithItem(() -> asItIs(issue));
        });
    }

    private static Optional<Screened> asItIs(GithubIssue issue) {
        return Optional.of(new Screened(issue, Condense.cut(issue.description())));
    }
}
