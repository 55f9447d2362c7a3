package dev.sightline.local.gateway;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Some addresses of one kind that one service answers. */
public record Route(String service, String kind, List<String> paths) {

    private static final String BELOW = "/*";
    private static final Pattern CHOICE = Pattern.compile("\\{([^{}]+)}");

    /** The paths as the router takes them: every choice written out, and a prefix beside what lies below it. */
    Stream<String> patterns() {
        return paths.stream().flatMap(Route::expand).flatMap(Route::withPrefix);
    }

    private static Stream<String> withPrefix(String path) {
        return path.endsWith(BELOW)
                ? Stream.of(path.substring(0, path.length() - BELOW.length()), path)
                : Stream.of(path);
    }

    private static Stream<String> expand(String path) {
        Matcher choice = CHOICE.matcher(path);
        if (!choice.find()) {
            return Stream.of(path);
        }
        return Arrays.stream(choice.group(1).split(","))
                .map(word -> path.substring(0, choice.start()) + word + path.substring(choice.end()))
                .flatMap(Route::expand);
    }
}
