package dev.sightline.signals.report.state;

import java.time.Instant;

/** Waits for its run. */
public record Candidate(ReportFacts facts) implements Fallible, Suppressible, Deletable {

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
