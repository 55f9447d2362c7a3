package dev.sightline.observability.hog.library;

import dev.sightline.observability.hog.vm.LikePattern;
import dev.sightline.observability.hog.vm.RegexPattern;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Patterns kept ready for the next call of a function with the same one. */
final class Patterns {

    private static final int MAX_KEPT = 256;
    private static final int MAX_LENGTH = 1000;
    private static final Map<String, RegexPattern> REGEX = new ConcurrentHashMap<>();
    private static final Map<String, LikePattern> LIKE = new ConcurrentHashMap<>();
    private static final Map<String, LikePattern> ILIKE = new ConcurrentHashMap<>();

    private Patterns() {}

    static RegexPattern regex(String source) {
        return kept(REGEX, source, pattern -> RegexPattern.of(pattern, false));
    }

    static LikePattern like(String source, boolean ignoreCase) {
        return kept(ignoreCase ? ILIKE : LIKE, source, pattern -> LikePattern.of(pattern, ignoreCase));
    }

    private static <T> T kept(Map<String, T> patterns, String source, Function<String, T> prepare) {
        T known = patterns.get(source);
        if (known != null) {
            return known;
        }
        T prepared = prepare.apply(source);
        if (source.length() <= MAX_LENGTH) {
            if (patterns.size() >= MAX_KEPT) {
                patterns.clear();
            }
            patterns.put(source, prepared);
        }
        return prepared;
    }
}
