package dev.sightline.signals.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.json.Json;
import dev.sightline.signals.pipeline.Answers.Property;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/**
 * Leaves out imported texts that nobody can act on (spec/signals.md 1.5): a gate before anything is emitted. It closes only
 * on a model's word: without a model, or when it gives no answer, everything passes. Never fails.
 */
public final class Relevance {

    private static final String DROP = "NOT_ACTIONABLE";

    private static final List<String> ANSWERS = List.of("ACTIONABLE", DROP);

    private static final String TASK = """
            Decide whether a text from a tracker says anything that a product team could act on. NOT_ACTIONABLE: spam, mere
            thanks, answers of bots and out-of-office notes, internal tests, requests that a person must settle by hand
            such as refunds or invoices, bare tracking items, duplicates that add nothing. Anything that describes a
            problem, a wish or confusion is ACTIONABLE. Explain first, in one sentence.
            """;

    /**
     * How a team wants its imports judged.
     *
     * @param rules in its own words, which come before the general ones; may be blank
     * @param dropInDoubt whether what is in doubt is left out
     */
    public record Steering(String rules, boolean dropInDoubt) {

        public static final Steering NONE = new Steering("", false);

        private String task() {
            String doubt = "In doubt answer " + (dropInDoubt ? DROP : "ACTIONABLE") + ".";
            return rules.isBlank()
                    ? TASK + doubt
                    : TASK + doubt + "\nThe team's own rules, which come before all of the above:\n" + rules;
        }
    }

    private final Optional<Interview> interview;
    private final Steering steering;

    private Relevance(Optional<Interview> interview, Steering steering) {
        this.interview = interview;
        this.steering = steering;
    }

    /** Without a model: everything passes, whatever the team says. */
    public static Relevance local() {
        return new Relevance(Optional.empty(), Steering.NONE);
    }

    public static Relevance with(ModelChoice choice, Steering steering) {
        return new Relevance(Optional.of(new Interview(choice)), steering);
    }

    /** Whether the text may pass. */
    public Uni<Boolean> of(String text) {
        return interview
                .map(asked -> asked.ask(question(text)).onFailure().recoverWithItem(true))
                .orElseGet(() -> Uni.createFrom().item(true));
    }

    private Question<Boolean> question(String text) {
        return new Question<>(
                "import_relevance",
                steering.task(),
                Json.mapper().createObjectNode().put("text", text),
                Answers.schema(List.of(Property.of("explanation", "string"), Property.choice("verdict", ANSWERS))),
                null,
                Relevance::read);
    }

    private static boolean read(JsonNode answer) {
        return !Answers.choice(answer, "verdict", ANSWERS).equals(DROP);
    }
}
