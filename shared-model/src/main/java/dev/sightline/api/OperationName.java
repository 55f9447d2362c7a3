package dev.sightline.api;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The name of an operation in the OpenAPI document, made of its path as PostHog's own document makes it: the segments
 * that are fixed, and a verb. {@code GET /api/projects/{project_id}/vision/scanners/{id}} is
 * {@code vision_scanners_retrieve}.
 */
record OperationName(String path, String method) {

    private static final Pattern PREFIX = Pattern.compile("^/(api/)?(projects/\\{project_id}/)?");
    private static final int TAG_SEGMENTS = 2;

    /** @param many whether it answers a page of many things */
    String id(boolean many) {
        return String.join("_", segments().toList()) + "_" + verb(many);
    }

    /** What belongs together: the first fixed segments. */
    String tag() {
        List<String> segments = segments().toList();
        boolean grouped = segments.get(0).equals("vision") || segments.get(0).equals("signals");
        return String.join(" ", segments.subList(0, grouped ? Math.min(TAG_SEGMENTS, segments.size()) : 1));
    }

    private String verb(boolean many) {
        return switch (method) {
            case "GET" -> many ? "list" : "retrieve";
            case "POST" -> "create";
            case "PUT" -> "update";
            case "PATCH" -> "partial_update";
            case "DELETE" -> "destroy";
            default -> method.toLowerCase(Locale.ROOT);
        };
    }

    private Stream<String> segments() {
        return Stream.of(PREFIX.matcher(path).replaceFirst("").split("/"))
                .filter(segment -> !segment.startsWith("{") && !segment.isEmpty())
                .map(segment -> segment.replaceAll("[^A-Za-z0-9]+", "_").replaceAll("^_|_$", ""));
    }
}
