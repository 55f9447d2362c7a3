package dev.sightline.observability.evaluation.key;

import dev.sightline.model.ModelException;

/**
 * What a provider says of a key.
 *
 * @param message for people; null if all is well
 */
public record KeyFinding(KeyState state, String message) {

    static final KeyFinding GOOD = new KeyFinding(KeyState.OK, null);

    /** Reads a failed call. Whoever complains of anything but the key has taken the key. */
    static KeyFinding of(JudgeProvider provider, ModelException failure) {
        if (failure.complaint() == ModelException.Complaint.QUOTA) {
            return refused(KeyState.ERROR, failure);
        }
        return switch (failure.status()) {
            case 0 -> failure.kind() == ModelException.Kind.NO_ANSWER ? GOOD : refused(KeyState.ERROR, failure);
            case 401 -> refused(KeyState.INVALID, failure);
            case 403 -> refused(KeyState.ERROR, failure);
            // Google's way of saying that it does not know the key.
            case 400 -> provider == JudgeProvider.GEMINI ? refused(KeyState.INVALID, failure) : GOOD;
            default -> failure.status() >= 500 ? refused(KeyState.ERROR, failure) : GOOD;
        };
    }

    private static KeyFinding refused(KeyState state, ModelException failure) {
        return new KeyFinding(state, failure.getMessage());
    }
}
