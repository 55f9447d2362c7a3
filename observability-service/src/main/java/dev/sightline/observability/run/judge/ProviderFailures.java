package dev.sightline.observability.run.judge;

import static dev.sightline.observability.run.judge.ErrorType.AUTH_ERROR;
import static dev.sightline.observability.run.judge.ErrorType.MODEL_NOT_FOUND;
import static dev.sightline.observability.run.judge.ErrorType.PARSE_ERROR;
import static dev.sightline.observability.run.judge.ErrorType.PERMISSION_ERROR;
import static dev.sightline.observability.run.judge.ErrorType.PROVIDER_REJECTED;
import static dev.sightline.observability.run.judge.ErrorType.PROVIDER_UNAVAILABLE;
import static dev.sightline.observability.run.judge.ErrorType.QUOTA_ERROR;
import static dev.sightline.observability.run.judge.ErrorType.RATE_LIMIT;

import dev.sightline.model.ModelException;
import dev.sightline.model.ModelException.Complaint;
import dev.sightline.observability.evaluation.StatusReason;
import dev.sightline.observability.evaluation.key.KeyFinding;
import dev.sightline.observability.evaluation.key.KeyState;
import java.util.UUID;

/** What a provider's failure means for the run, the evaluation and the key, once it is not tried again. */
record ProviderFailures(UUID keyId) {

    JudgeFailure of(ModelException failure) {
        if (failure.complaint() == Complaint.QUOTA) {
            return of(QUOTA_ERROR, failure, StatusReason.PROVIDER_KEY_QUOTA_EXCEEDED, KeyState.ERROR);
        }
        return switch (failure.status()) {
            case 401 -> of(AUTH_ERROR, failure, StatusReason.PROVIDER_KEY_INVALID, KeyState.INVALID);
            case 403 -> of(PERMISSION_ERROR, failure, StatusReason.PROVIDER_KEY_PERMISSION_DENIED, KeyState.ERROR);
            case 404 -> new JudgeFailure(MODEL_NOT_FOUND, failure.getMessage(), StatusReason.MODEL_NOT_FOUND);
            case 429 -> of(RATE_LIMIT, failure, StatusReason.PROVIDER_KEY_RATE_LIMITED, KeyState.ERROR);
            default -> new JudgeFailure(untouched(failure), failure.getMessage());
        };
    }

    private JudgeFailure of(ErrorType type, ModelException failure, StatusReason reason, KeyState state) {
        KeyFinding finding = new KeyFinding(state, failure.getMessage());
        return new JudgeFailure(type, failure.getMessage(), reason, new JudgeFailure.KeyReport(keyId, finding));
    }

    private static ErrorType untouched(ModelException failure) {
        return switch (failure.kind()) {
            case TRANSIENT -> PROVIDER_UNAVAILABLE;
            case NO_ANSWER -> PARSE_ERROR;
            case REJECTED -> PROVIDER_REJECTED;
            case INTERNAL -> PROVIDER_UNAVAILABLE;
        };
    }
}
