package dev.sightline.vision.analysis.timeline;

import dev.sightline.event.EventCaptured;
import dev.sightline.vision.analysis.timeline.Moments.What;
import dev.sightline.vision.analysis.timeline.Timeline.Coverage;
import dev.sightline.vision.recording.ConsoleMessage;
import dev.sightline.vision.recording.ItemSink;
import dev.sightline.vision.recording.RrwebItem;
import dev.sightline.vision.recording.TimeSpan;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Builds a timeline from the items and events of a session, each seen once and not kept. Feed it the items in the order
 * they are stored and the events in any order, then {@link #build()} once. Strange items are counted, never thrown at
 * the caller.
 */
public final class TimelineBuilder implements ItemSink {

    private static final int MAX_WINDOWS = 20;

    private final TimeSpan span;
    private final Moments moments;
    private final ActivityBits activity;
    private final EventMoments events;
    private final NodeBudget budget = new NodeBudget(NodeBudget.NODES);
    private final Map<String, WindowStory> windows = new LinkedHashMap<>();
    private long items;
    private long unread;
    private long eventsRead;
    private boolean windowsLeftOut;

    /** @param span of the session, from its counters */
    public TimelineBuilder(TimeSpan span) {
        this.span = span;
        this.moments = new Moments(span.startMs());
        this.activity = new ActivityBits(span.startMs());
        this.events = new EventMoments(moments, span);
    }

    @Override
    public void item(String windowId, RrwebItem item) {
        items++;
        WindowStory window = windows.get(windowId);
        if (window == null && windows.size() < MAX_WINDOWS) {
            window = open(windowId, item.timestamp());
        }
        if (window == null) {
            windowsLeftOut = true;
            return;
        }
        item(window, item);
    }

    /** A click that opens another window was answered by it. */
    private WindowStory open(String windowId, long at) {
        windows.values().forEach(other -> other.answered(at));
        WindowStory window = new WindowStory(moments, budget);
        windows.put(windowId, window);
        return window;
    }

    private void item(WindowStory window, RrwebItem item) {
        if (item.source().active()) {
            activity.active(item.timestamp());
        }
        try {
            window.item(item);
        } catch (IOException e) {
            unread++;
        }
        plugin(window, item);
    }

    private void plugin(WindowStory window, RrwebItem item) {
        switch (item.plugin()) {
            case ConsoleMessage.PLUGIN -> ConsoleMessage.of(item).ifPresent(message -> console(window, message));
            case NetworkRequest.PLUGIN -> NetworkRequest.in(item).forEach(request -> request(window, request));
            default -> {}
        }
    }

    private void console(WindowStory window, ConsoleMessage message) {
        What what = new What(ErrorTexts.ofConsole(message.text()), Place.page(window.url()));
        switch (message.level()) {
            case ERROR -> moments.add(MomentKind.JS_ERROR, message.timestamp(), message.timestamp(), what);
            case WARN -> moments.add(MomentKind.CONSOLE_WARNING, message.timestamp(), message.timestamp(), what);
            default -> {}
        }
    }

    private void request(WindowStory window, NetworkRequest request) {
        if (request.outcome().call() || request.outcome().navigation()) {
            window.answered(request.at());
        }
        long end = request.at() + request.durationMs();
        Place page = Place.page(window.url());
        if (request.failed()) {
            moments.add(MomentKind.FAILED_REQUEST, request.at(), end, new What(request.describe(), page));
        } else if (request.slow()) {
            String text = request.describe() + " after " + request.durationMs() / 1000 + " s";
            moments.add(MomentKind.SLOW_REQUEST, request.at(), end, new What(text, page));
        }
    }

    /** Adds an analytics event of the session. */
    public void event(EventCaptured event) {
        eventsRead++;
        events.add(event);
    }

    /** The timeline of what was fed. */
    public Timeline build() {
        windows.values().forEach(WindowStory::finish);
        activity.finish(moments);
        new Connections(moments).draw();
        Coverage coverage = new Coverage(items, unread, eventsRead, moments.truncated() || windowsLeftOut);
        long duration = span.isEmpty() ? 0 : span.endMs() - span.startMs();
        return new Timeline(duration, moments.all(), coverage);
    }
}
