package dev.sightline.observability.run.judge;

import dev.sightline.observability.evaluation.StatusReason;
import dev.sightline.observability.evaluation.key.KeyFinding;
import java.util.Optional;
import java.util.UUID;

/** A judge could not be asked, or did not answer. The message is safe to store and show. */
public final class JudgeFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorType type;
    private final StatusReason reason;
    private final transient KeyReport report;

    /** What was learned of a key. */
    public record KeyReport(UUID keyId, KeyFinding finding) {}

    /**
     * @param reason why the evaluation cannot go on; null if it can
     * @param report null if nothing was learned of the key
     */
    JudgeFailure(ErrorType type, String message, StatusReason reason, KeyReport report) {
        super(message, null, false, false);
        this.type = type;
        this.reason = reason;
        this.report = report;
    }

    JudgeFailure(ErrorType type, String message, StatusReason reason) {
        this(type, message, reason, null);
    }

    JudgeFailure(ErrorType type, String message) {
        this(type, message, null);
    }

    public ErrorType type() {
        return type;
    }

    /** Why the evaluation cannot go on; empty if it can. */
    public Optional<StatusReason> reason() {
        return Optional.ofNullable(reason);
    }

    public Optional<KeyReport> report() {
        return Optional.ofNullable(report);
    }
}
