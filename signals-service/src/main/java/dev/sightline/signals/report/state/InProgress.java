package dev.sightline.signals.report.state;

/** A run is under way. */
public record InProgress(ReportFacts facts) implements Gatherable, Fallible, Suppressible, Deletable {

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
