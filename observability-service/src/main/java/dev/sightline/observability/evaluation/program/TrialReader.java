package dev.sightline.observability.evaluation.program;

import dev.sightline.api.ApiException;
import dev.sightline.api.Refusal;
import dev.sightline.api.body.BodyReader;
import dev.sightline.auth.Directory;
import dev.sightline.auth.Project;
import dev.sightline.observability.evaluation.condition.SaveTime;
import dev.sightline.observability.hog.HogEvaluation;
import dev.sightline.observability.hog.grammar.HogCompileException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Reads and compiles what is to be tried. Faults are 400 {@code {"error": …}} (spec/observability.md 6.2). */
@ApplicationScoped
class TrialReader {

    private final BodyReader bodies;
    private final Directory directory;
    private final Clock clock;

    TrialReader(BodyReader bodies, Directory directory, Clock clock) {
        this.bodies = bodies;
        this.directory = directory;
        this.clock = clock;
    }

    CompiledTrial read(int projectId, TrialBody body) {
        try {
            Trial trial = bodies.read(Trial.class, body.tree());
            return new CompiledTrial(trial.compiled(now(projectId)), compile(trial), trial.sampleCount());
        } catch (ApiException refusal) {
            throw refused(refusal);
        }
    }

    private SaveTime now(int projectId) {
        return new SaveTime(
                clock.instant(),
                directory.project(projectId).map(Project::timezone).orElse(ZoneOffset.UTC));
    }

    private static HogEvaluation compile(Trial trial) {
        try {
            return HogEvaluation.compile(trial.source(), trial.allowsNa());
        } catch (HogCompileException e) {
            throw new Refusal(400, "The source does not compile: " + e.getMessage());
        }
    }

    private static WebApplicationException refused(ApiException refusal) {
        return new WebApplicationException(Response.status(refusal.status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Map.of("error", Map.of(refusal.attr(), List.of(refusal.detail()))))
                .build());
    }
}
