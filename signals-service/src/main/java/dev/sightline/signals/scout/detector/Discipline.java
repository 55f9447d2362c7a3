package dev.sightline.signals.scout.detector;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.json.Json;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides which clues are told (spec/scouts.md 15.7). What was told is told again only when it has become clearly worse,
 * or came back. A note's text is data: one that makes no sense counts as no note.
 *
 * @param notes the project's notes by key
 */
public record Discipline(Map<String, String> notes) {

    private static final double CLEARLY_WORSE = 1.5;
    private static final int MAX_KEY = 300;
    private static final String DEDUPE = "dedupe:";

    /**
     * What is to be done.
     *
     * @param told clues to emit, the weightiest first, each with the note to write once it is emitted
     * @param noted notes to write in any case, by key
     */
    public record Decision(List<Told> told, Map<String, String> noted) {}

    /** A clue and the note that remembers it. */
    public record Told(Clue clue, String noteKey, String note) {}

    /** @param domains the kinds of clue that were looked for */
    public Decision decide(List<Clue> clues, Set<String> domains) {
        Map<String, String> noted = recovered(clues, domains);
        List<Told> told = new ArrayList<>();
        for (Clue clue : clues) {
            if (!clue.certain()) {
                noted.putIfAbsent(
                        cut("pattern:" + clue.key()),
                        "Seen, not sure: " + clue.text().description());
            } else if (isNews(clue)) {
                told.add(new Told(clue, cut(DEDUPE + clue.key()), note("open", clue.strength())));
            }
        }
        noted.keySet().removeIf(key -> key.startsWith("pattern:") && notes.containsKey(key));
        told.sort(Comparator.comparingDouble(
                one -> -one.clue().grade().weight() * one.clue().grade().confidence()));
        return new Decision(told, noted);
    }

    private boolean isNews(Clue clue) {
        if (notes.containsKey(cut("allowlist:" + clue.key())) || notes.containsKey(cut("noise:" + clue.key()))) {
            return false;
        }
        JsonNode last = read(notes.get(cut(DEDUPE + clue.key())));
        return !"open".equals(last.path("state").asText())
                || clue.strength() >= CLEARLY_WORSE * last.path("value").asDouble(0);
    }

    /** What was told and is not seen any more. */
    private Map<String, String> recovered(List<Clue> clues, Set<String> domains) {
        Set<String> seen = clues.stream().map(clue -> cut(DEDUPE + clue.key())).collect(Collectors.toSet());
        Map<String, String> recovered = new LinkedHashMap<>();
        notes.forEach((key, content) -> {
            boolean ours = domains.stream().anyMatch(domain -> key.startsWith(DEDUPE + domain + ":"));
            JsonNode last = ours && !seen.contains(key) ? read(content) : read(null);
            if ("open".equals(last.path("state").asText())) {
                recovered.put(key, note("recovered", last.path("value").asDouble(0)));
            }
        });
        return recovered;
    }

    private static JsonNode read(String content) {
        try {
            return content == null ? Json.mapper().missingNode() : Json.read(content, JsonNode.class);
        } catch (UncheckedIOException e) {
            return Json.mapper().missingNode();
        }
    }

    private static String note(String state, double value) {
        return Json.write(Json.mapper().createObjectNode().put("state", state).put("value", value));
    }

    private static String cut(String key) {
        return key.length() <= MAX_KEY ? key : key.substring(0, MAX_KEY);
    }
}
