package dev.sightline.signals.imports;

import dev.sightline.event.SignalEmitted;
import dev.sightline.signals.github.Github;
import dev.sightline.signals.github.Pages;
import dev.sightline.signals.imports.Progress.Mark;
import dev.sightline.signals.imports.Progress.Step;
import dev.sightline.signals.imports.Screening.Screened;
import dev.sightline.signals.sourceconfig.Imports.Claim;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/**
 * Reads what is new in one repository. The signals and how far was read are stored together, so that an import that breaks
 * off anywhere begins again where the last one ended.
 */
@ApplicationScoped
class RepositoryImport {

    /** Pages of {@link #PER_PAGE}: the newest thousand issues of an import (spec/signals.md 1.5). */
    private static final int MOST_PAGES = 20;

    /** Issues are long: a hundred of the longest would not fit into an answer that is read whole. */
    private static final int PER_PAGE = 50;

    private final Pages pages;
    private final Progress progress;
    private final Screening screening;
    private final Clock clock;

    RepositoryImport(Github github, Progress progress, Screening screening, Clock clock) {
        this.pages = new Pages(github, MOST_PAGES);
        this.progress = progress;
        this.screening = screening;
        this.clock = clock;
    }

    /** Emits the issues that are new since the last time. */
    Uni<Void> read(Claim claim, Place place) {
        String repository = place.repository().toString();
        return progress.of(claim.projectId(), repository)
                .flatMap(mark -> pages.getIfChanged(place.connection(), path(place, mark), mark.etag())
                        .map(answers -> Issues.of(answers, mark)))
                .flatMap(issues -> screening
                        .of(claim, issues.speaking())
                        .map(screened -> new Step(signals(claim, screened), issues.mark())))
                .flatMap(step -> progress.store(claim, repository, step));
    }

    /** Newest first. Those that were only changed since come too and are left out by their date. */
    private static String path(Place place, Mark mark) {
        return place.repository().path() + "/issues?state=open&sort=created&direction=desc&per_page=" + PER_PAGE
                + "&since=" + mark.since();
    }

    private List<SignalEmitted> signals(Claim claim, List<Screened> screened) {
        return screened.stream()
                .map(one -> one.issue().signal(claim.projectId(), one.description(), clock.instant()))
                .toList();
    }
}
