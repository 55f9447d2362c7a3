package dev.sightline.signals.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.json.Json;
import dev.sightline.signals.github.RepositoryListing;
import dev.sightline.signals.pipeline.Answers.Property;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the repository that a report is about (spec/signals.md 2.9), in this order: the only one there is; the one that
 * the signals link to most; the only one that is not archived; the one a model picks. Without a model the last step
 * takes the only one whose name the signals speak of as a word. Otherwise it is none, and a person must choose.
 */
public final class RepositorySelection {

    /** Repositories that a model is shown at most, those that were pushed to last. */
    static final int SHOWN = 200;

    private static final int MAX_DESCRIPTION = 200;

    private static final String TASK = """
            Pick the repository that the report is about, by names and descriptions, and cite the evidence in your reason
            first. Leave repository empty only if none of them can be the subject.""";

    private final Optional<Interview> interview;

    private RepositorySelection(Optional<Interview> interview) {
        this.interview = interview;
    }

    /** Without a model. */
    public static RepositorySelection local() {
        return new RepositorySelection(Optional.empty());
    }

    public static RepositorySelection with(ModelChoice choice) {
        return new RepositorySelection(Optional.of(new Interview(choice)));
    }

    /** What was chosen, empty for none, and why. */
    public record Selection(Optional<String> repository, String reason) {

        static Selection of(RepositoryListing chosen, String reason) {
            return new Selection(Optional.of(chosen.name()), reason);
        }

        static Selection none(String reason) {
            return new Selection(Optional.empty(), reason);
        }

        /** Content of the artefact {@code repo_selection}. */
        public ObjectNode artefact() {
            return Json.mapper()
                    .createObjectNode()
                    .put("repository", repository.orElse(null))
                    .put("reason", reason);
        }
    }

    /** @param all repositories that the project's connections can read, those pushed to last first */
    public Uni<Selection> select(Evidence evidence, List<RepositoryListing> all) {
        List<RepositoryListing> alive =
                all.stream().filter(one -> !one.archived()).toList();
        Optional<Selection> plain = plain(evidence, all, alive);
        if (plain.isPresent()) {
            return Uni.createFrom().item(plain.get());
        }
        return interview.map(asked -> ask(asked, evidence, alive)).orElseGet(() -> Uni.createFrom()
                .item(named(evidence, alive, Absence.NOT_CONFIGURED)));
    }

    private static Optional<Selection> plain(
            Evidence evidence, List<RepositoryListing> all, List<RepositoryListing> alive) {
        if (all.isEmpty()) {
            return Optional.of(Selection.none("No repository can be read through the project's GitHub connections."));
        }
        if (all.size() == 1) {
            return Optional.of(Selection.of(all.get(0), "It is the only repository that is connected."));
        }
        return Mentions.mostLinked(evidence, all)
                .map(linked -> Selection.of(linked, "The signals link to it."))
                .or(() -> onlyAlive(alive));
    }

    private static Optional<Selection> onlyAlive(List<RepositoryListing> alive) {
        return switch (alive.size()) {
            case 0 -> Optional.of(Selection.none("All connected repositories are archived."));
            case 1 ->
                Optional.of(Selection.of(alive.get(0), "It is the only connected repository that is not archived."));
            default -> Optional.empty();
        };
    }

    private static Selection named(Evidence evidence, List<RepositoryListing> alive, Absence why) {
        List<RepositoryListing> named = Mentions.named(evidence, alive);
        String rule = "Local rule, " + why + ": ";
        return named.size() == 1
                ? Selection.of(named.get(0), rule + "the signals speak of it by name.")
                : Selection.none(
                        rule + "%d of %d repositories are spoken of by name.".formatted(named.size(), alive.size()));
    }

    private static Uni<Selection> ask(Interview interview, Evidence evidence, List<RepositoryListing> alive) {
        ObjectNode material = evidence.material();
        ArrayNode shown = material.putArray("repositories");
        alive.stream().limit(SHOWN).forEach(one -> shown.addObject()
                .put("repository", one.name())
                .put("description", Titles.cut(one.description(), MAX_DESCRIPTION)));
        return interview
                .ask(new Question<>(
                        "repository_selection", TASK, material, schema(), 0.2, answer -> read(answer, alive)))
                .onFailure(Absence::isOfNoUse)
                .recoverWithItem(() -> named(evidence, alive, Absence.OF_NO_USE));
    }

    private static ObjectNode schema() {
        return Answers.schema(List.of(Property.of("reason", "string"), Property.of("repository", "string")));
    }

    /** A name that is not on the list counts as none. */
    private static Selection read(JsonNode answer, List<RepositoryListing> alive) {
        String reason = Answers.text(answer, "reason");
        String wanted = answer.path("repository").asText("").toLowerCase(Locale.ROOT);
        return alive.stream()
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst()
                .map(one -> Selection.of(one, reason))
                .orElseGet(() -> Selection.none(reason));
    }
}
