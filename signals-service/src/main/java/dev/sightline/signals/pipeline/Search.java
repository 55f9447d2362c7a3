package dev.sightline.signals.pipeline;

import java.util.List;

/**
 * Looks for live signals that a new one may belong with: for each query the {@value #LIMIT} nearest by cosine, whatever
 * their distance (spec/signals.md 2.4).
 */
public final class Search {

    public static final int LIMIT = 10;

    private Search() {}

    public static List<Found> nearest(List<Query> queries, LiveSignals live) {
        return queries.stream()
                .map(query -> new Found(query, live.nearest(query.vector(), LIMIT)))
                .toList();
    }
}
