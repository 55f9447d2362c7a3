package dev.sightline.signals.scout.schedule;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.sightline.signals.scout.ProjectSettings;

/** What a project's scouts may do, as the API shows it (spec/scouts.md 5.1). */
@JsonPropertyOrder({"enrolled", "banner_message", "limits"})
record MetadataView(boolean enrolled, String bannerMessage, Limits limits) {

    /** The limits and what is left of them; null where there is none. */
    @JsonPropertyOrder({"max_runs_per_tick", "max_runs_per_day", "runs_today", "runs_remaining_today"})
    record Limits(int maxRunsPerTick, Integer maxRunsPerDay, int runsToday, Integer runsRemainingToday) {}

    static MetadataView of(ProjectSettings settings, int runsToday) {
        Integer daily = settings.maxRunsPerDay().orElse(null);
        Integer remaining = daily == null ? null : Integer.valueOf(Math.max(0, daily - runsToday));
        return new MetadataView(
                settings.enrolled(),
                settings.banner(),
                new Limits(settings.maxRunsPerTick(), daily, runsToday, remaining));
    }
}
