package dev.sightline.signals.scout.schedule;

import dev.sightline.api.ApiException;
import dev.sightline.signals.scout.ProjectSettings;
import dev.sightline.signals.scout.Settings;
import dev.sightline.signals.scout.run.RunStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Whether a project may run another scout now. */
@ApplicationScoped
class RunAllowance {

    private final Settings settings;
    private final RunStore runs;

    RunAllowance(Settings settings, RunStore runs) {
        this.settings = settings;
        this.runs = runs;
    }

    /** The project's settings; a 403 for one that is not enrolled, a 429 over the day's limit. */
    Uni<ProjectSettings> check(int projectId) {
        return settings.of(projectId).invoke(RunAllowance::checkEnrolled).call(this::checkDay);
    }

    private static void checkEnrolled(ProjectSettings limits) {
        if (!limits.enrolled()) {
            throw ApiException.forbidden("Scouts are not available to this project.");
        }
    }

    private Uni<Void> checkDay(ProjectSettings limits) {
        return limits.maxRunsPerDay().isEmpty()
                ? Uni.createFrom().voidItem()
                : runs.today(limits.projectId())
                        .invoke(today -> checkDay(limits, today))
                        .replaceWithVoid();
    }

    private static void checkDay(ProjectSettings limits, int today) {
        if (today >= limits.maxRunsPerDay().orElse(Integer.MAX_VALUE)) {
            throw ApiException.throttled(Duration.ofHours(1));
        }
    }
}
