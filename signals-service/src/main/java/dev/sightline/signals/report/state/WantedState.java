package dev.sightline.signals.report.state;

/**
 * The state that a caller of the API wants a report in (spec/signals.md 4.4).
 *
 * @param state {@code suppressed}, {@code potential} or {@code resolved}
 * @param snoozeFor signals to sleep for; heeded only when the report ends up potential; may be null
 */
public record WantedState(ReportStatus state, Integer snoozeFor) {

    /**
     * The report after the change. Asking a suppressed report to be potential restores it.
     *
     * @throws IllegalTransition if the report cannot go there, its own status included
     */
    public ReportState of(ReportState report) {
        return switch (state) {
            case SUPPRESSED -> report.as(Suppressible.class, state).suppress();
            case RESOLVED -> report.as(Resolvable.class, state).resolve();
            case POTENTIAL -> gathering(report);
            default -> throw new IllegalTransition(report.status(), state.text());
        };
    }

    private ReportState gathering(ReportState report) {
        Gathering how = Gathering.snoozed(snoozeFor);
        return report instanceof Suppressed suppressed
                ? suppressed.restore(how)
                : report.as(Gatherable.class, state).gather(how);
    }
}
