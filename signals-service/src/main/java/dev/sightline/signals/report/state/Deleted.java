package dev.sightline.signals.report.state;

/** The end. */
public record Deleted(ReportFacts facts) implements ReportState {

    @Override
    public ReportStatus status() {
        return ReportStatus.DELETED;
    }

    @Override
    public Deleted with(ReportFacts other) {
        return new Deleted(other);
    }
}
