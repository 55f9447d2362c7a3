package dev.sightline.auth;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.ZoneId;
import java.util.UUID;

/**
 * A project of the directory: what everything stored belongs to.
 *
 * @param captureToken lets events and recordings in, and nothing else
 * @param timezone where its days begin; UTC when the file does not say
 * @param testAccountFilters property filters that leave out the project's own people; null for none
 */
public record Project(
        @Positive int id,
        @NotNull UUID uuid,
        @NotBlank String name,
        @NotBlank String captureToken,
        ZoneId timezone,
        JsonNode testAccountFilters) {

    /** A project that does not tell its own people apart. */
    public Project(int id, UUID uuid, String name, String captureToken, ZoneId timezone) {
        this(id, uuid, name, captureToken, timezone, null);
    }

    public Project {
        timezone = timezone == null ? ZoneId.of("UTC") : timezone;
    }
}
