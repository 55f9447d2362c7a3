package dev.sightline.vision.recording;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Counts the items of one block while they pass. */
final class CounterTally {

    private final ActiveTime activeTime = new ActiveTime();
    private final Set<String> urls = new LinkedHashSet<>();
    private TimeSpan span = TimeSpan.NONE;
    private ConsoleCounts console = ConsoleCounts.NONE;
    private RecordingOrigin origin = RecordingOrigin.UNKNOWN;
    private long items;
    private long clicks;
    private long keypresses;
    private long mouse;

    void origin(RecordingOrigin later) {
        origin = origin.or(later);
    }

    void item(RrwebItem item) {
        items++;
        span = span.plus(TimeSpan.at(item.timestamp()));
        activeTime.add(item);
        clicks += item.interaction().countsAsClick() ? 1 : 0;
        keypresses += item.source() == IncrementalSource.INPUT ? 1 : 0;
        mouse += item.source().mouse() ? 1 : 0;
        VisitedUrls.add(urls, item.href());
    }

    void console(ConsoleMessage message) {
        console = console.plus(message.level());
    }

    SessionCounters counters() {
        ActivityCounts activity = new ActivityCounts(activeTime.totalMs(), clicks, keypresses, mouse);
        RecordingContents contents = new RecordingContents(items, new VisitedUrls(List.copyOf(urls)), origin);
        return new SessionCounters(span, activity, console, contents);
    }
}
