package dev.sightline.vision.sweep;

import dev.sightline.api.ApiException;
import dev.sightline.vision.filter.InvalidSessionFilter;
import dev.sightline.vision.filter.SessionFilter;
import dev.sightline.vision.filter.SessionFilters;
import dev.sightline.vision.sweep.Estimates.Question;
import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;

/** Answers requests for an estimate, or says what is wrong with them. */
@ApplicationScoped
class EstimateAnswers {

    private static final String GIVEN_UP = "57014";

    private final Estimates estimates;
    private final SessionFilters filters;
    private final EstimateConfig config;

    EstimateAnswers(Estimates estimates, SessionFilters filters, EstimateConfig config) {
        this.estimates = estimates;
        this.filters = filters;
        this.config = config;
    }

    Uni<Estimate> to(int projectId, EstimateRequest request) {
        Question question = new Question(projectId, request.query(), request.samplingRate());
        return Uni.createFrom()
                .deferred(() -> filters.check(SessionFilter.read(request.query())))
                .chain(() -> estimates.answer(question, config.budget()))
                .onFailure()
                .transform(EstimateAnswers::refusal);
    }

    private static Throwable refusal(Throwable failure) {
        if (failure instanceof InvalidSessionFilter invalid) {
            return invalid.at("query");
        }
        return failure instanceof PgException e && GIVEN_UP.equals(e.getSqlState())
                ? ApiException.unavailable("The estimate took too long. A narrower session filter may help.")
                : failure;
    }
}
