package dev.sightline.signals.scout;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How scouts are scheduled and bounded where the table {@code scout_settings} does not say otherwise. */
@ConfigMapping(prefix = "sightline.scouts")
public interface ScoutDefaults {

    /** Projects whose scouts are scheduled: numbers, or {@code *} for every project that has any. */
    @WithDefault("*")
    List<String> projects();

    /** How often scouts are dispatched; the shortest interval that has an effect. */
    @WithDefault("30m")
    Duration tick();

    /** Whether scouts are dispatched by the clock at all. */
    @WithDefault("true")
    boolean automatic();

    /** How much earlier than its interval a scout may run, so that it does not miss every second tick by seconds. */
    @WithDefault("60s")
    Duration grace();

    /** Enabled scouts of one project. */
    @WithDefault("100")
    int maxEnabled();

    /** Runs of one project a tick. */
    @WithDefault("50")
    int runsPerTick();

    /** Runs of one project in any 24 hours; none for no limit. */
    Optional<Integer> runsPerDay();

    /** Runs of all projects a tick. */
    @WithDefault("50")
    int runsPerTickGlobal();

    /** Minutes between two runs of a scout that asks a model. */
    @WithDefault("1440")
    int modelInterval();

    /** Minutes between two runs of a scout that computes. */
    @WithDefault("60")
    int detectorInterval();

    /** Age at which a run that has not ended is taken for abandoned: twice the longest a run may take. */
    @WithDefault("3720s")
    Duration staleAfter();

    /** Life of a run's token. */
    @WithDefault("6h")
    Duration tokenLife();

    /** Findings that one run may emit. */
    @WithDefault("50")
    int findingsPerRun();

    /** Notes in the scratchpad of one project. */
    @WithDefault("5000")
    int notes();

    /** What stands before the path of a task's page; without it tasks have no page. */
    Optional<String> taskBase();
}
