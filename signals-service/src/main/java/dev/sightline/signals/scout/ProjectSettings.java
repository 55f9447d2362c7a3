package dev.sightline.signals.scout;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What scouts of a project may do (spec/scouts.md 5.2, 5.3): the project's own settings, then those of the fleet, then
 * the defaults. A value that makes no sense counts as absent.
 *
 * @param project the project's own settings
 * @param fleet the settings of all projects
 */
public record ProjectSettings(int projectId, JsonNode project, JsonNode fleet, ScoutDefaults defaults) {

    public static final int MIN_INTERVAL = 10;
    public static final int MAX_INTERVAL = 43_200;

    private static final int MAX_DESCRIPTION = 1_000;
    private static final String EVERYBODY = "*";

    /** Whether its scouts are scheduled. */
    public boolean enrolled() {
        return !skipped() && (byName() || names().contains(EVERYBODY));
    }

    /** Whether it is enrolled by its own number, so that the schedule also brings it new scouts. */
    public boolean named() {
        return !skipped() && byName();
    }

    private boolean byName() {
        return names().contains(String.valueOf(projectId));
    }

    private boolean skipped() {
        return StreamSupport.stream(fleet.path("skip_team_ids").spliterator(), false)
                .anyMatch(id -> id.canConvertToInt() && id.intValue() == projectId);
    }

    private Set<String> names() {
        JsonNode listed = fleet.path("guaranteed_team_ids");
        if (!listed.isArray()) {
            return Set.copyOf(defaults.projects());
        }
        Set<String> names = new LinkedHashSet<>();
        listed.forEach(name -> names.add(name.asText()));
        boolean sound = StreamSupport.stream(listed.spliterator(), false).allMatch(ProjectSettings::isName);
        return sound ? names : Set.of();
    }

    private static boolean isName(JsonNode name) {
        return name.isInt() || EVERYBODY.equals(name.textValue());
    }

    /** Shown above the scouts; null for nothing. */
    public String banner() {
        String text = fleet.path("scouts_banner_message").asText("").strip();
        return fleet.path("scouts_banner_message").isTextual() && !text.isEmpty() ? text : null;
    }

    public int maxRunsPerTick() {
        return positive("max_runs_per_tick").orElseGet(defaults::runsPerTick);
    }

    /** Empty for no limit. */
    public Optional<Integer> maxRunsPerDay() {
        return positive("max_runs_per_day").or(defaults::runsPerDay);
    }

    public int maxEnabled() {
        return positive("max_enabled_scouts").orElseGet(defaults::maxEnabled);
    }

    /** The shipped scouts that start enabled; empty if all do. */
    public Optional<Set<String>> enabledSkills() {
        return first("enabled_skills", JsonNode::isArray, ProjectSettings::texts);
    }

    /** The shipped scouts that the project does not get at all. */
    public Set<String> withheld() {
        return first("withheld_skills", JsonNode::isArray, ProjectSettings::texts)
                .orElse(Set.of());
    }

    /** The interval that shipped scouts start with. */
    public Optional<Integer> enabledInterval() {
        return first("enabled_interval_minutes", ProjectSettings::isInterval, JsonNode::intValue);
    }

    /** What the project is, in its people's words; null if nobody said. */
    public String productDescription() {
        String text = project.path("product_description").asText("").strip();
        return text.isEmpty() ? null : text.substring(0, Math.min(MAX_DESCRIPTION, text.length()));
    }

    /** Where the project's application is found. */
    public List<String> appUrls() {
        return texts(project.path("app_urls")).stream()
                .filter(url -> !url.isBlank())
                .toList();
    }

    private Optional<Integer> positive(String key) {
        return first(key, value -> value.isInt() && value.intValue() > 0, JsonNode::intValue);
    }

    private static boolean isInterval(JsonNode value) {
        return value.isInt() && value.intValue() >= MIN_INTERVAL && value.intValue() <= MAX_INTERVAL;
    }

    private <T> Optional<T> first(String key, Predicate<JsonNode> sensible, Function<JsonNode, T> reading) {
        return Stream.of(project.path(key), fleet.path(key))
                .filter(sensible)
                .findFirst()
                .map(reading);
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new LinkedHashSet<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
