package dev.sightline.signals.scout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.json.Json;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectSettingsTest {

    private static final int PROJECT = 7;

    private static ProjectSettings settings(String project, String fleet) {
        ScoutDefaults defaults = new SmallRyeConfigBuilder()
                .withMapping(ScoutDefaults.class)
                .withConverter(Duration.class, 100, new DurationConverter())
                .withDefaultValue("sightline.scouts.projects", "9")
                .build()
                .getConfigMapping(ScoutDefaults.class);
        return new ProjectSettings(
                PROJECT, Json.read(project, JsonNode.class), Json.read(fleet, JsonNode.class), defaults);
    }

    private static ProjectSettings fleet(String fleet) {
        return settings("{}", fleet);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|false",
                "{\"guaranteed_team_ids\":[7]}|true",
                "{\"guaranteed_team_ids\":[\"*\"]}|true",
                "{\"guaranteed_team_ids\":[]}|false",
                "{\"guaranteed_team_ids\":[7,\"eight\"]}|false",
                "{\"guaranteed_team_ids\":[7,8.5]}|false",
                "{\"guaranteed_team_ids\":\"7\"}|false",
                "{\"guaranteed_team_ids\":[\"*\"],\"skip_team_ids\":[7]}|false",
                "{\"guaranteed_team_ids\":[7],\"skip_team_ids\":[8]}|true",
            })
    void aProjectIsEnrolledByItsNumberOrByTheStarUnlessItIsSkipped(String fleet, boolean enrolled) {
        assertEquals(enrolled, fleet(fleet).enrolled());
    }

    @Test
    void onlyANumberBringsNewScoutsAtEveryTick() {
        assertEquals(true, fleet("{\"guaranteed_team_ids\":[7]}").named());
        assertEquals(false, fleet("{\"guaranteed_team_ids\":[\"*\"]}").named());
        assertEquals(
                Set.of(7),
                new Settings.Snapshot(
                                Map.of(
                                        Settings.FLEET,
                                        Json.tree(Map.of(
                                                "guaranteed_team_ids", List.of(7, 8), "skip_team_ids", List.of(8)))),
                                fleet("{}").defaults())
                        .named());
    }

    @Test
    void theProjectsValueCountsThenTheFleetsThenTheDefault() {
        String fleet = "{\"max_runs_per_tick\":5,\"max_runs_per_day\":6,\"enabled_interval_minutes\":30}";

        assertEquals(4, settings("{\"max_runs_per_tick\":4}", fleet).maxRunsPerTick());
        assertEquals(5, fleet(fleet).maxRunsPerTick());
        assertEquals(50, fleet("{}").maxRunsPerTick());
        assertEquals(Optional.of(6), fleet(fleet).maxRunsPerDay());
        assertEquals(Optional.empty(), fleet("{}").maxRunsPerDay());
        assertEquals(Optional.of(30), fleet(fleet).enabledInterval());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0", "-1", "true", "\"9\"", "1.5", "null", "[]"})
    void aLimitThatMakesNoSenseCountsAsAbsent(String value) {
        String project = "{\"max_runs_per_tick\":" + value + ",\"enabled_interval_minutes\":" + value + "}";

        assertEquals(8, settings(project, "{\"max_runs_per_tick\":8}").maxRunsPerTick());
        assertEquals(Optional.empty(), settings(project, "{}").enabledInterval());
    }

    @Test
    void aProjectsHoldbackReplacesTheFleets() {
        String fleet = "{\"withheld_skills\":[\"a\",\"b\"]}";

        assertEquals(Set.of("a", "b"), fleet(fleet).withheld());
        assertEquals(
                Set.of("c"), settings("{\"withheld_skills\":[\"c\"]}", fleet).withheld());
        assertEquals(Set.of(), settings("{\"withheld_skills\":[]}", fleet).withheld());
    }

    @Test
    void theBannerIsATextOrNothing() {
        assertEquals("Beta", fleet("{\"scouts_banner_message\":\" Beta \"}").banner());
        assertNull(fleet("{\"scouts_banner_message\":\"  \"}").banner());
        assertNull(fleet("{\"scouts_banner_message\":7}").banner());
    }
}
