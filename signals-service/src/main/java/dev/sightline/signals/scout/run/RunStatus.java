package dev.sightline.signals.scout.run;

/**
 * How a run stands.
 *
 * <pre>
 * queued ──► in_progress ──► completed
 *    │            ├────────► failed
 *    └────────────┴────────► cancelled
 * </pre>
 *
 * A run that nobody finishes fails, from either state. {@code not_started} is a word of the contract for task runs that
 * Sightline never leaves in that state.
 */
public enum RunStatus {
    NOT_STARTED,
    QUEUED,
    IN_PROGRESS,
    COMPLETED,
    FAILED,
    CANCELLED
}
