package dev.sightline.signals.report.state;

/**
 * A report in one of its states (spec/signals.md 3). Each state has methods for its legal next states only, so an
 * illegal transition does not compile; whoever holds a state read from the database asks {@link #as}.
 *
 * <pre>{@code
 *   potential ──promote──► candidate ──start──► in_progress ──ready──► ready
 *       ▲                      ▲                  │ │ │                 │ │
 *       │                      ├──── requeue ─────┘ │ └──ask──► pending_input
 *       │                      └──── promote ───────┼───────────────────┘ │
 *       │                                           │                     │
 *       └──────────────── gather ───────────────────┴─────────────────────┘
 *
 *   pending_input, resolved, failed          ──gather───► potential
 *   pending_input, ready                     ──resolve──► resolved
 *   any but failed, suppressed, deleted      ──fail─────► failed
 *   any but suppressed, deleted              ──suppress─► suppressed
 *   suppressed                               ──restore──► what it was, if pending_input, ready, resolved or failed
 *   suppressed                               ──restore──► potential otherwise
 *   any but deleted                          ──delete───► deleted
 * }</pre>
 *
 * <p>Every transition leaves {@code updated_at} to the store. A resolved report is never promoted: what matches it opens
 * a related one.
 */
public sealed interface ReportState
        permits Promotable, Gatherable, Resolvable, Fallible, Suppressible, Deletable, Deleted {

    ReportFacts facts();

    ReportStatus status();

    /** The same state with other facts, for what happens without a transition: one more signal, a new title. */
    ReportState with(ReportFacts facts);

    /**
     * This state as one that can do what is wanted.
     *
     * @param to the wanted status, for the refusal
     * @throws IllegalTransition if it cannot
     */
    default <T> T as(Class<T> capability, ReportStatus to) {
        if (capability.isInstance(this)) {
            return capability.cast(this);
        }
        throw new IllegalTransition(status(), to.text());
    }

    /** The state with that status. {@code before} is the status before suppression, null in all others. */
    static ReportState of(ReportStatus status, ReportFacts facts, ReportStatus before) {
        return switch (status) {
            case POTENTIAL -> new Potential(facts);
            case CANDIDATE -> new Candidate(facts);
            case IN_PROGRESS -> new InProgress(facts);
            case PENDING_INPUT -> new PendingInput(facts);
            case READY -> new Ready(facts);
            case RESOLVED -> new Resolved(facts);
            case FAILED -> new Failed(facts);
            case SUPPRESSED -> new Suppressed(facts, before);
            case DELETED -> new Deleted(facts);
        };
    }
}
