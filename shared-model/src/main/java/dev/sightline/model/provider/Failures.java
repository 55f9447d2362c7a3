package dev.sightline.model.provider;

import static dev.sightline.model.ModelException.Kind.INTERNAL;
import static dev.sightline.model.ModelException.Kind.REJECTED;
import static dev.sightline.model.ModelException.Kind.TRANSIENT;

import dev.sightline.model.ModelException;
import dev.sightline.model.ModelException.Complaint;
import dev.sightline.model.ModelException.Kind;
import dev.sightline.model.ModelException.Refusal;
import java.io.IOException;
import java.util.Set;

/** The error classes of spec/vision.md 16.5. */
final class Failures {

    private static final Set<Integer> TRANSIENT_STATUSES = Set.of(408, 409, 429, 500, 502, 503, 504);

    private Failures() {}

    static ModelException status(ProviderReply reply) {
        Complaint complaint = Complaints.of(reply);
        return new ModelException(
                kind(reply.status()),
                message(reply.status(), complaint),
                new Refusal(reply.status(), RetryAfter.parse(reply.retryAfter()), complaint));
    }

    private static String message(int status, Complaint complaint) {
        if (complaint == Complaint.QUOTA) {
            return "The provider says that the quota or the credit of the key is used up (HTTP " + status + ").";
        }
        return kind(status) == TRANSIENT
                ? "The provider could not answer now (HTTP " + status + ")."
                : "The provider refused the request (HTTP " + status + ")" + hint(status) + ".";
    }

    private static Kind kind(int status) {
        if (TRANSIENT_STATUSES.contains(status)) {
            return TRANSIENT;
        }
        return status >= 300 && status < 500 ? REJECTED : INTERNAL;
    }

    private static String hint(int status) {
        return switch (status) {
            case 401, 403 -> ": check the API key";
            case 404 -> ": check the model's name";
            default -> "";
        };
    }

    static ModelException timeout() {
        return new ModelException(TRANSIENT, "The provider did not answer in time.");
    }

    static ModelException unreachable(Throwable cause) {
        return new ModelException(TRANSIENT, "The provider could not be reached.", 0, null, cause);
    }

    /** A failure of the network keeps its cause; another may quote what was sent, and does not. */
    static ModelException unexpected(Throwable failure) {
        return failure instanceof IOException
                ? unreachable(failure)
                : new ModelException(
                        INTERNAL,
                        "The call to the provider broke: " + failure.getClass().getSimpleName() + ".");
    }
}
