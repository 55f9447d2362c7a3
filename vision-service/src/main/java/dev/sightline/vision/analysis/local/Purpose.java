package dev.sightline.vision.analysis.local;

import dev.sightline.vision.analysis.timeline.MomentKind;
import java.util.List;

/** What a visitor seems to have come for: the topic of the vocabulary nearest to a goal among the pages and events. */
final class Purpose {

    private static final List<String> NEAREST_FIRST = List.of(
            "buying", "signup", "basket", "signin", "account", "returns", "help", "search", "pricing", "product");

    private final SessionFacts facts;
    private final List<String> topics;

    Purpose(SessionFacts facts, Vocabulary vocabulary) {
        this.facts = facts;
        this.topics = NEAREST_FIRST.stream()
                .filter(topic -> came(vocabulary.topic(topic)))
                .toList();
    }

    private boolean came(Topic topic) {
        return facts.scenes().stream()
                .anyMatch(scene ->
                        (scene.kind() == MomentKind.PAGE || scene.kind() == MomentKind.SUBMIT) && topic.covers(scene));
    }

    List<String> topics() {
        return topics;
    }

    String intent() {
        return topics.isEmpty() ? "To look around." : "To " + infinitive(topics.get(0)) + ".";
    }

    /** What was done where nothing went wrong, for a title. */
    String did() {
        return facts.of(MomentKind.COMPLETED)
                .reduce((first, last) -> last)
                .map(goal -> Prose.told(goal) + " without trouble")
                .orElseGet(this::looked);
    }

    private String looked() {
        long pages = facts.of(MomentKind.PAGE).count();
        String aim = topics.isEmpty() ? "" : " to " + infinitive(topics.get(0));
        return "opened " + Prose.count(pages, "page") + aim;
    }

    private static String infinitive(String topic) {
        return switch (topic) {
            case "buying" -> "buy something";
            case "signup" -> "create an account";
            case "basket" -> "fill a basket";
            case "signin" -> "sign in";
            case "account" -> "see an account";
            case "returns" -> "return something";
            case "help" -> "find help";
            case "search" -> "search for something";
            case "pricing" -> "compare prices";
            default -> "look at products";
        };
    }
}
