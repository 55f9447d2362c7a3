package dev.sightline.local.gateway;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Paths of the routes file as one regular expression, which PCRE and RE2 read alike. */
final class PathRegex {

    private static final String BELOW = "/*";
    private static final Pattern SPECIAL = Pattern.compile("\\{([^{}]+)}|:[a-z_]+|\\.");

    private PathRegex() {}

    /** Matches a whole decoded path, with or without a slash at its end, if it fits any of the paths. */
    static String of(List<String> paths) {
        return paths.stream().map(PathRegex::of).collect(Collectors.joining("|", "^(?:", ")$"));
    }

    private static String of(String path) {
        return path.endsWith(BELOW)
                ? segments(path.substring(0, path.length() - BELOW.length())) + "(?:/.*)?"
                : segments(path) + "/?";
    }

    private static String segments(String path) {
        return SPECIAL.matcher(path).replaceAll(special -> Matcher.quoteReplacement(regex(special)));
    }

    private static String regex(MatchResult special) {
        if (special.group().equals(".")) {
            return "\\.";
        }
        return special.group(1) == null
                ? "[^/]+"
                : "(?:" + special.group(1).replace(".", "\\.").replace(',', '|') + ")";
    }
}
