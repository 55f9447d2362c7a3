package dev.sightline.signals.report.state;

/** Dismissed; {@code before} is what it was, null for rows that do not say. */
public record Suppressed(ReportFacts facts, ReportStatus before) implements Deletable {

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
