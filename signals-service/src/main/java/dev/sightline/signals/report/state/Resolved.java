package dev.sightline.signals.report.state;

/** Done. */
public record Resolved(ReportFacts facts) implements Gatherable, Fallible, Suppressible, Deletable {

    @Override
    public ReportStatus status() {
        return ReportStatus.RESOLVED;
    }

    @Override
    public Resolved with(ReportFacts other) {
        return new Resolved(other);
    }
}
