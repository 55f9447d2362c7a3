package dev.sightline.vision.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The tags of a classifier: how they are compared and what a vocabulary may hold (spec/vision.md 4). */
public final class Tags {

    static final int MAX_TAGS = 100;
    static final int MAX_LENGTH = 100;

    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9_-]+");

    private Tags() {}

    /** Lower case, each run of other characters than a–z, 0–9, {@code _}, {@code -} one {@code _}, none at the ends. */
    public static String slug(String tag) {
        String joined = OTHERS.matcher(tag.toLowerCase(Locale.ROOT)).replaceAll("_");
        int from = 0;
        int to = joined.length();
        while (from < to && joined.charAt(from) == '_') {
            from++;
        }
        while (to > from && joined.charAt(to - 1) == '_') {
            to--;
        }
        return joined.substring(from, to);
    }

    static List<String> vocabulary(JsonNode json) {
        if (!json.isArray() || json.isEmpty() || json.size() > MAX_TAGS) {
            throw new InvalidScannerConfig("Tags are required: a list of 1 to " + MAX_TAGS + " texts.");
        }
        List<String> tags = new ArrayList<>();
        json.forEach(node -> tags.add(tag(node)));
        refuseClashes(tags);
        return tags;
    }

    private static String tag(JsonNode node) {
        String tag = node.isTextual() ? node.textValue() : "";
        if (tag.isBlank() || tag.codePointCount(0, tag.length()) > MAX_LENGTH) {
            throw new InvalidScannerConfig("Each tag must be a text of 1 to " + MAX_LENGTH + " characters.");
        }
        if (slug(tag).isEmpty()) {
            throw new InvalidScannerConfig("The tag '" + tag + "' has no letter or digit.");
        }
        return tag;
    }

    private static void refuseClashes(List<String> tags) {
        Map<String, String> seen = new LinkedHashMap<>();
        for (String tag : tags) {
            String earlier = seen.putIfAbsent(slug(tag), tag);
            if (earlier != null) {
                throw new InvalidScannerConfig("The tags '" + earlier + "' and '" + tag + "' count as the same.");
            }
        }
    }
}
