package dev.sightline.vision.recording;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The distinct addresses of a session in the order they were first seen, at most {@value #MAX} of them.
 *
 * @param all each cut at {@value #MAX_LENGTH} characters
 */
public record VisitedUrls(List<String> all) {

    static final int MAX = 25;
    static final int MAX_LENGTH = 4_096;

    public static final VisitedUrls NONE = new VisitedUrls(List.of());

    public VisitedUrls {
        all = List.copyOf(all);
    }

    public Optional<String> first() {
        return all.stream().findFirst();
    }

    /** These followed by what the later one adds. */
    public VisitedUrls plus(VisitedUrls later) {
        Set<String> merged = new LinkedHashSet<>(all);
        later.all.forEach(url -> add(merged, url));
        return new VisitedUrls(List.copyOf(merged));
    }

    static void add(Set<String> urls, String url) {
        if (urls.size() < MAX && !url.isEmpty()) {
            urls.add(url.length() <= MAX_LENGTH ? url : url.substring(0, MAX_LENGTH));
        }
    }
}
