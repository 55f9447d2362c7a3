package dev.sightline.signals.report.state;

/** Gathers signals until they weigh enough. */
public record Potential(ReportFacts facts) implements Promotable, Fallible, Suppressible, Deletable {

    @Override
    public ReportStatus status() {
        return ReportStatus.POTENTIAL;
    }

    @Override
    public Potential with(ReportFacts other) {
        return new Potential(other);
    }
}
