package dev.sightline.signals.imports;

import dev.sightline.event.SignalEmitted;
import dev.sightline.signals.github.Github;
import dev.sightline.signals.github.Pages;
import dev.sightline.signals.imports.Progress.Mark;
import dev.sightline.signals.imports.Progress.Step;
import dev.sightline.signals.sourceconfig.Imports.Claim;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
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
    private final ImportConfig config;
    private final Clock clock;

    RepositoryImport(Github github, Progress progress, ImportConfig config, Clock clock) {
        this.pages = new Pages(github, MOST_PAGES);
        this.progress = progress;
        this.config = config;
        this.clock = clock;
    }

    /** Emits the issues that are new since the last time. */
    Uni<Void> read(Claim claim, Place place) {
        String repository = place.repository().toString();
        Mark first = new Mark(clock.instant().minus(config.lookBack()).truncatedTo(ChronoUnit.SECONDS), null);
        return progress.of(claim.projectId(), repository)
                .map(known -> known.orElse(first))
                .flatMap(mark -> pages.getIfChanged(place.connection(), path(place, mark), mark.etag())
                        .flatMap(answers -> store(claim, repository, Issues.of(answers, mark))));
    }

    /** Newest first. Those that were only changed since come too and are left out by their date. */
    private static String path(Place place, Mark mark) {
        return place.repository().path() + "/issues?state=open&sort=created&direction=desc&per_page=" + PER_PAGE
                + "&since=" + mark.since();
    }

    private Uni<Void> store(Claim claim, String repository, Issues issues) {
        List<SignalEmitted> signals = issues.emitted(claim.projectId(), clock.instant());
        return progress.store(claim, repository, new Step(signals, issues.mark()));
    }
}
