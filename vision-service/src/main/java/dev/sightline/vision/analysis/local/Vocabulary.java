package dev.sightline.vision.analysis.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The words by which prompts, tags and scales are understood, read from {@code vocabulary.json} beside this class:
 * behaviours, topics, what a score may measure, tags that stand for "nothing else", and turns of phrase that mean
 * nothing. What stands in quotes or looks like a path is a topic of its own; a sentence that begins with "ignore", "do
 * not count", "exclude" or "except" is passed over.
 */
final class Vocabulary {

    private static final Pattern QUOTED = Pattern.compile("[\"“]([^\"“”]{3,60})[\"”]|(?<![\\w/])(/[\\w/-]{2,60})");
    private static final Pattern EXCLUSION = Pattern.compile(
            "(?i)(?:^|(?<=[.!?;\\n]))\\s*(?:please )?(?:ignore|do not count|don't count|exclude|except)\\b[^.!?;\\n]*");
    private static final String NOTHING = "";

    private final Lexicon behaviours;
    private final Lexicon topics;
    private final Lexicon measures;
    private final List<Phrase> fallbacks;

    private Vocabulary(JsonNode json) {
        List<Phrase> ignored = phrases(json.path("ignored"));
        this.behaviours = lexicon(json.path("behaviours"), ignored);
        this.topics = lexicon(json.path("topics"), ignored);
        this.measures = lexicon(json.path("measures"), ignored);
        this.fallbacks = phrases(json.path("fallbacks"));
    }

    static Vocabulary load() {
        try (InputStream file = Vocabulary.class.getResourceAsStream("vocabulary.json")) {
            return new Vocabulary(new ObjectMapper().readTree(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a prompt asks for. */
    Meaning meaningOf(String prompt) {
        String asked = EXCLUSION.matcher(prompt).replaceAll(" ");
        Words words = Words.of(asked);
        List<Topic> about = new ArrayList<>(quoted(asked));
        named(topics, words).forEach(name -> about.add(topic(name)));
        return new Meaning(behavioursIn(words), about);
    }

    private Set<Behaviour> behavioursIn(Words words) {
        return named(behaviours, words).stream()
                .map(Behaviour::of)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Behaviour.class)));
    }

    Topic topic(String name) {
        return new Topic(name, topics.entries().get(name));
    }

    /** The measures a prompt or the meaning of a scale's end names. */
    Set<String> measuresIn(String text) {
        return named(measures, Words.of(text));
    }

    /** Whether a tag stands for what no other tag covers. */
    boolean isFallback(String tag) {
        Words words = Words.of(tag);
        return fallbacks.stream().anyMatch(phrase -> phrase.standsIn(words));
    }

    private static Set<String> named(Lexicon lexicon, Words words) {
        Set<String> names = new LinkedHashSet<>(lexicon.namesIn(words));
        names.remove(NOTHING);
        return names;
    }

    private static List<Topic> quoted(String text) {
        List<Topic> topics = new ArrayList<>();
        Matcher quoted = QUOTED.matcher(text);
        while (quoted.find()) {
            String named = quoted.group(1) == null ? quoted.group(2) : quoted.group(1);
            List<String> words = Words.of(named).all();
            if (!words.isEmpty()) {
                topics.add(new Topic(named, List.of(new Phrase(words))));
            }
        }
        return topics;
    }

    private static Lexicon lexicon(JsonNode json, List<Phrase> ignored) {
        Map<String, List<Phrase>> entries = new LinkedHashMap<>();
        json.properties().forEach(entry -> entries.put(entry.getKey(), phrases(entry.getValue())));
        entries.put(NOTHING, ignored);
        return new Lexicon(entries);
    }

    private static List<Phrase> phrases(JsonNode json) {
        return StreamSupport.stream(json.spliterator(), false)
                .map(phrase -> Phrase.of(phrase.asText()))
                .toList();
    }
}
