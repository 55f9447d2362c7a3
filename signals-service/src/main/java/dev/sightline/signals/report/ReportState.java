package dev.sightline.signals.report;

import java.time.Instant;

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
public sealed interface ReportState {

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

    /** Can be chosen for a run. */
    sealed interface Promotable extends ReportState {
        default Candidate promote(Instant now) {
            return new Candidate(facts().promoted(now));
        }
    }

    /** Can go back to gathering. */
    sealed interface Gatherable extends ReportState {
        default Potential gather(Gathering how) {
            return new Potential(how.apply(facts()));
        }
    }

    /** Can be called done. */
    sealed interface Resolvable extends ReportState {
        default Resolved resolve() {
            return new Resolved(facts());
        }
    }

    /** Can fail. */
    sealed interface Fallible extends ReportState {
        /** Needs the reason. */
        default Failed fail(String error) {
            return new Failed(
                    facts().with(facts().wording().need("an error", error).error(error)));
        }
    }

    /** Can be dismissed. */
    sealed interface Suppressible extends ReportState {
        default Suppressed suppress() {
            return new Suppressed(facts().unpromoted(), status());
        }
    }

    /** Can be deleted. */
    sealed interface Deletable extends ReportState {
        default Deleted delete() {
            return new Deleted(facts());
        }
    }

    /** Gathers signals until they weigh enough. */
    record Potential(ReportFacts facts) implements Promotable, Fallible, Suppressible, Deletable {
        @Override
        public ReportStatus status() {
            return ReportStatus.POTENTIAL;
        }

        @Override
        public Potential with(ReportFacts other) {
            return new Potential(other);
        }
    }

    /** Waits for its run. */
    record Candidate(ReportFacts facts) implements Fallible, Suppressible, Deletable {

        /** Signals a report must gain after a run before it can be promoted from potential again. */
        public static final int COOL_DOWN = 3;

        @Override
        public ReportStatus status() {
            return ReportStatus.CANDIDATE;
        }

        @Override
        public Candidate with(ReportFacts other) {
            return new Candidate(other);
        }

        /** A run begins: it is counted, and the threshold moves on by {@link #COOL_DOWN}. */
        public InProgress start(Instant now) {
            return new InProgress(facts.running(COOL_DOWN, now));
        }
    }

    /** A run is under way. */
    record InProgress(ReportFacts facts) implements Gatherable, Fallible, Suppressible, Deletable {
        @Override
        public ReportStatus status() {
            return ReportStatus.IN_PROGRESS;
        }

        @Override
        public InProgress with(ReportFacts other) {
            return new InProgress(other);
        }

        /** The run stops half-way and must start again: a quota pause or a lost worker. */
        public Candidate requeue() {
            return new Candidate(facts);
        }

        /** The run found something to act on. */
        public Ready ready(String title, String summary) {
            return new Ready(facts.with(complete(Wording.of(title, summary))));
        }

        /** The run needs a person; {@code error} says what for. */
        public PendingInput ask(Wording wording) {
            return new PendingInput(facts.with(complete(wording).need("an error", wording.error())));
        }

        private static Wording complete(Wording wording) {
            return wording.need("a title", wording.title()).need("a summary", wording.summary());
        }
    }

    /** Waits for a person. */
    record PendingInput(ReportFacts facts) implements Gatherable, Resolvable, Fallible, Suppressible, Deletable {
        @Override
        public ReportStatus status() {
            return ReportStatus.PENDING_INPUT;
        }

        @Override
        public PendingInput with(ReportFacts other) {
            return new PendingInput(other);
        }
    }

    /** Can be acted on; new signals may have it researched again. */
    record Ready(ReportFacts facts) implements Promotable, Gatherable, Resolvable, Fallible, Suppressible, Deletable {
        @Override
        public ReportStatus status() {
            return ReportStatus.READY;
        }

        @Override
        public Ready with(ReportFacts other) {
            return new Ready(other);
        }
    }

    /** Done. */
    record Resolved(ReportFacts facts) implements Gatherable, Fallible, Suppressible, Deletable {
        @Override
        public ReportStatus status() {
            return ReportStatus.RESOLVED;
        }

        @Override
        public Resolved with(ReportFacts other) {
            return new Resolved(other);
        }
    }

    /** Its run failed. */
    record Failed(ReportFacts facts) implements Gatherable, Suppressible, Deletable {
        @Override
        public ReportStatus status() {
            return ReportStatus.FAILED;
        }

        @Override
        public Failed with(ReportFacts other) {
            return new Failed(other);
        }
    }

    /** Dismissed; {@code before} is what it was, null for rows that do not say. */
    record Suppressed(ReportFacts facts, ReportStatus before) implements Deletable {
        @Override
        public ReportStatus status() {
            return ReportStatus.SUPPRESSED;
        }

        @Override
        public Suppressed with(ReportFacts other) {
            return new Suppressed(other, before);
        }

        /**
         * Back to what it was if that was a result, else to gathering, which alone heeds {@code how}. Its texts stay.
         */
        public ReportState restore(Gathering how) {
            return switch (before == null ? ReportStatus.POTENTIAL : before) {
                case PENDING_INPUT, READY, RESOLVED, FAILED -> ReportState.of(before, facts, null);
                default -> new Potential(how.apply(facts));
            };
        }
    }

    /** The end. */
    record Deleted(ReportFacts facts) implements ReportState {
        @Override
        public ReportStatus status() {
            return ReportStatus.DELETED;
        }

        @Override
        public Deleted with(ReportFacts other) {
            return new Deleted(other);
        }
    }
}
