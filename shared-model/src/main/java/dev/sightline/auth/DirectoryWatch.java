package dev.sightline.auth;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.health.api.Wellness;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Has the directory read before anything asks it, looks for changes every second, and reports how it stands. */
@Wellness
@ApplicationScoped
class DirectoryWatch implements HealthCheck {

    private final Directory directory;

    DirectoryWatch(Directory directory) {
        this.directory = directory;
    }

    /** A directory that cannot be used stops the service with one line on standard error. */
    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        try {
            directory.load();
        } catch (DirectoryException e) {
            throw new ConfigurationException("Directory " + directory.path() + ": " + e.getMessage());
        }
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        directory.refresh();
    }

    /** Down while the file is not in use as it is; requests go on with the old entries, so readiness is not touched. */
    @Override
    public HealthCheckResponse call() {
        var answer =
                HealthCheckResponse.named("directory").status(directory.fault().isEmpty());
        directory.fault().ifPresent(reason -> answer.withData("reason", reason));
        return answer.withData("path", directory.path().toString()).build();
    }
}
