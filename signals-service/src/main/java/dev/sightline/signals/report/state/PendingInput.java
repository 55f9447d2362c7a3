package dev.sightline.signals.report.state;

/** Waits for a person. */
public record PendingInput(ReportFacts facts) implements Gatherable, Resolvable, Fallible, Suppressible, Deletable {

    @Override
    public ReportStatus status() {
        return ReportStatus.PENDING_INPUT;
    }

    @Override
    public PendingInput with(ReportFacts other) {
        return new PendingInput(other);
    }
}
