package dev.sightline.auth;

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
 */
public record Project(
        @Positive int id,
        @NotNull UUID uuid,
        @NotBlank String name,
        @NotBlank String captureToken,
        ZoneId timezone) {

    public Project {
        timezone = timezone == null ? ZoneId.of("UTC") : timezone;
    }
}
