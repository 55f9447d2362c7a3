package dev.sightline.vision.analysis.local;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names and the phrases that mean them. A phrase within a longer one that means something does not count. */
record Lexicon(Map<String, List<Phrase>> entries) {

    private record Match(String name, int from, int to) {
        boolean within(Match other) {
            return other.from <= from && other.to >= to && other.to - other.from > to - from;
        }
    }

    /** What a text speaks of, in the order of its words. */
    Set<String> namesIn(Words text) {
        List<Match> matches = matches(text);
        Set<String> names = new LinkedHashSet<>();
        for (Match match : matches) {
            if (matches.stream().noneMatch(match::within)) {
                names.add(match.name);
            }
        }
        return names;
    }

    private List<Match> matches(Words text) {
        List<Match> matches = new ArrayList<>();
        for (int position = 0; position < text.all().size(); position++) {
            int at = position;
            entries.forEach((name, phrases) -> phrases.stream()
                    .filter(phrase -> phrase.standsAt(at, text))
                    .forEach(phrase -> matches.add(new Match(name, at, at + phrase.length()))));
        }
        return matches;
    }
}
