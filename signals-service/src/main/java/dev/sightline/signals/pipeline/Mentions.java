package dev.sightline.signals.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.signals.github.RepositoryListing;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Which repositories the signals of a report point at. */
final class Mentions {

    private static final Pattern LINK =
            Pattern.compile("https?://[\\w.-]*github[\\w.-]*/([\\w.-]+/[\\w.-]+?)(?=[/#?\\s)>\"]|\\.git\\b|$)");

    private Mentions() {}

    /** The repository that most signals link to; of equals the one pushed to last. */
    static Optional<RepositoryListing> mostLinked(Evidence evidence, List<RepositoryListing> all) {
        Map<String, Long> links = evidence.signals().stream()
                .flatMap(signal -> links(signal).distinct())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return all.stream()
                .filter(one -> links.containsKey(lower(one.name())))
                .min(Comparator.comparingLong(one -> -links.get(lower(one.name()))));
    }

    private static Stream<String> links(Signal signal) {
        Stream<String> extra = StreamSupport.stream(signal.extra().spliterator(), false)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue);
        return Stream.concat(Stream.of(signal.description()), extra)
                .flatMap(text -> LINK.matcher(text).results())
                .map(link -> lower(link.group(1)));
    }

    /** The repositories whose name, without its owner, stands in a signal as a word. */
    static List<RepositoryListing> named(Evidence evidence, List<RepositoryListing> all) {
        String texts = evidence.signals().stream()
                .map(signal -> lower(signal.description()))
                .collect(Collectors.joining("\n"));
        return all.stream()
                .filter(one -> Pattern.compile("(?<![\\w/.-])" + Pattern.quote(bare(one)) + "(?![\\w/-])")
                        .matcher(texts)
                        .find())
                .toList();
    }

    private static String bare(RepositoryListing one) {
        return lower(one.name()).substring(one.name().indexOf('/') + 1);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
