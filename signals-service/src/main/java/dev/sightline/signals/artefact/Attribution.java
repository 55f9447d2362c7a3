package dev.sightline.signals.artefact;

import dev.sightline.api.ApiException;
import dev.sightline.auth.Caller;
import dev.sightline.signals.task.TaskRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Who writes: the task that the header {@value #HEADER} names, otherwise the caller (spec/signals.md 6.2). The header is
 * information and gives no rights.
 */
@ApplicationScoped
public class Attribution {

    public static final String HEADER = "X-PostHog-Task-Id";

    private final Pool pool;
    private final TaskRegistry tasks;

    Attribution(Pool pool, TaskRegistry tasks) {
        this.pool = pool;
        this.tasks = tasks;
    }

    /**
     * The author; a 400 if the header names no task of the project. To be asked before anything is changed.
     *
     * @param header as sent, may be null
     */
    public Uni<Author> of(Caller caller, String header) {
        if (header == null || header.isBlank()) {
            return Uni.createFrom().item(Author.person(caller.person().id()));
        }
        UUID task = uuid(header.trim());
        return tasks.belongs(pool, caller.projectId(), task).map(ours -> {
            if (!ours) {
                throw refused("This task belongs to another project.");
            }
            return Author.task(task);
        });
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw refused("Must be a valid UUID.");
        }
    }

    private static ApiException refused(String detail) {
        return ApiException.invalid(HEADER, detail);
    }
}
