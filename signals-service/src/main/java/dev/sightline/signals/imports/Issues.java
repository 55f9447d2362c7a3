package dev.sightline.signals.imports;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.signals.github.GithubAnswer;
import dev.sightline.signals.imports.Progress.Mark;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/**
 * The issues of some pages that were created since a mark.
 *
 * @param mark where the next import begins
 */
record Issues(List<GithubIssue> found, Mark mark) {

    private static final Logger LOG = Logger.getLogger(Issues.class);

    /** Reads the pages; no pages means that nothing changed. An entry that is no issue is left out. */
    static Issues of(List<GithubAnswer> pages, Mark mark) {
        List<GithubIssue> found = pages.stream()
                .map(GithubAnswer::json)
                .flatMap(page -> StreamSupport.stream(page.spliterator(), false))
                .flatMap(Issues::read)
                .filter(issue -> !issue.createdAt().isBefore(mark.since()))
                .toList();
        return new Issues(found, pages.isEmpty() ? mark : next(found, pages.get(0), mark));
    }

    private static Stream<GithubIssue> read(JsonNode entry) {
        if (!GithubIssue.fits(entry)) {
            LOG.warnf("No issue of GitHub's shape id=%s", entry.path("id"));
            return Stream.empty();
        }
        return GithubIssue.isIssue(entry) ? Stream.of(new GithubIssue(entry)) : Stream.empty();
    }

    /** The answer's tag is worth keeping only if the next question is the same. */
    private static Mark next(List<GithubIssue> found, GithubAnswer first, Mark mark) {
        Instant newest = found.stream()
                .map(GithubIssue::createdAt)
                .max(Comparator.naturalOrder())
                .orElse(mark.since());
        return new Mark(newest, newest.equals(mark.since()) ? first.etag() : null);
    }

    /** What may become signals: issues that say something. */
    List<GithubIssue> speaking() {
        return found.stream().filter(GithubIssue::hasBody).toList();
    }
}
