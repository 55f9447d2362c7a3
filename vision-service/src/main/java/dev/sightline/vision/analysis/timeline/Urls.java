package dev.sightline.vision.analysis.timeline;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Addresses as they are compared between sessions. */
final class Urls {

    static final int MAX = 500;

    private static final int MAX_SEGMENTS = 12;
    private static final Pattern IDENTIFIER =
            Pattern.compile("\\d+|[0-9a-fA-F]{8,}|[0-9a-fA-F]{8}-[0-9a-fA-F-]{20,}|(?=[^0-9]*[0-9])[A-Za-z0-9_-]{20,}");

    private Urls() {}

    /** The path, each segment that looks like an identifier replaced by {@code :id}. */
    static String path(String url) {
        String path = rawPath(url);
        return Arrays.stream(path.split("/"))
                .filter(segment -> !segment.isEmpty())
                .limit(MAX_SEGMENTS)
                .map(segment -> IDENTIFIER.matcher(segment).matches() ? ":id" : segment)
                .collect(Collectors.joining("/", "/", ""));
    }

    private static String rawPath(String url) {
        int scheme = url.indexOf("://");
        int from = scheme < 0 ? 0 : indexOrEnd(url, '/', scheme + 3);
        int to = Math.min(indexOrEnd(url, '?', from), indexOrEnd(url, '#', from));
        return url.substring(Math.min(from, to), to);
    }

    private static int indexOrEnd(String text, char c, int from) {
        int index = text.indexOf(c, from);
        return index < 0 ? text.length() : index;
    }

    static String cut(String url) {
        return Texts.clean(url, MAX);
    }
}
