package dev.sightline.signals.report.state;

/** Its run failed. */
public record Failed(ReportFacts facts) implements Gatherable, Suppressible, Deletable {

    @Override
    public ReportStatus status() {
        return ReportStatus.FAILED;
    }

    @Override
    public Failed with(ReportFacts other) {
        return new Failed(other);
    }
}
