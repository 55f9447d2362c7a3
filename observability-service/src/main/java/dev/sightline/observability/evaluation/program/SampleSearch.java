package dev.sightline.observability.evaluation.program;

import dev.sightline.observability.evaluation.condition.Candidate;
import dev.sightline.observability.event.RecentEvents;
import dev.sightline.observability.event.StoredEvent;
import dev.sightline.observability.generation.Generation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The search for recent generations that meet a trial's conditions, a page at a time. Used by one request. */
final class SampleSearch {

    /** Events looked at together where not all of them will do; each may be several megabytes. */
    private static final int PAGE = 25;

    private final CompiledTrial trial;
    private final List<Generation> found = new ArrayList<>();
    private RecentEvents next;
    private long seen;
    private boolean over;

    SampleSearch(CompiledTrial trial, Instant since) {
        this.trial = trial;
        this.next = RecentEvents.of(Generation.NAME, since);
    }

    RecentEvents next() {
        return next;
    }

    int page() {
        return trial.conditions().isEmpty() ? trial.sampleCount() : PAGE;
    }

    SampleSearch look(List<StoredEvent> page) {
        seen += page.size();
        page.stream()
                .filter(this::fits)
                .limit((long) trial.sampleCount() - found.size())
                .map(Generation::new)
                .forEach(found::add);
        over = page.size() < page() || found.size() == trial.sampleCount();
        next = over ? next : next.after(page);
        return this;
    }

    private boolean fits(StoredEvent event) {
        return trial.conditions()
                .fits(new Candidate(event.uuid(), event.event(), event.distinctId(), event.properties()));
    }

    /** Whether there are enough, or no more. */
    boolean isOver() {
        return over;
    }

    List<Generation> found() {
        return found;
    }

    /** How many events were looked at. */
    long seen() {
        return seen;
    }
}
