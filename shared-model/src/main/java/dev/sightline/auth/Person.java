package dev.sightline.auth;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.util.UUID;

/**
 * A person of the directory.
 *
 * @param isEmailVerified null when not known
 * @param roleAtOrganization one of the words of spec/platform.md A.8, empty or null
 * @param hedgehogConfig the picture of the person as it was stored; {@link UserView} shows a part of it
 * @param githubLogin ties commits and reviews to the person; null for none
 */
public record Person(
        @Positive int id,
        @NotNull UUID uuid,
        String distinctId,
        @NotNull String firstName,
        @NotNull String lastName,
        @NotBlank String email,
        @JsonProperty("is_email_verified") Boolean isEmailVerified,
        String roleAtOrganization,
        JsonNode hedgehogConfig,
        String githubLogin) {}
