package dev.sightline.signals.artefact;

import java.util.UUID;

/**
 * Who wrote an artefact: a person, a task, or neither, which is the system.
 *
 * @param userId null unless a person
 * @param taskId null unless a task
 */
public record Author(Integer userId, UUID taskId) {

    public static final Author SYSTEM = new Author(null, null);

    public static Author person(int userId) {
        return new Author(userId, null);
    }

    public static Author task(UUID taskId) {
        return new Author(null, taskId);
    }
}
