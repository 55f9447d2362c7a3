package dev.sightline.signals.report.state;

/** Can be acted on; new signals may have it researched again. */
public record Ready(ReportFacts facts)
        implements Promotable, Gatherable, Resolvable, Fallible, Suppressible, Deletable {

    @Override
    public ReportStatus status() {
        return ReportStatus.READY;
    }

    @Override
    public Ready with(ReportFacts other) {
        return new Ready(other);
    }
}
