package dev.sightline.auth;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** The directory as its file holds it; {@link DirectoryReader} makes sure that it hangs together. */
record DirectoryFile(
        @NotNull List<@NotNull @Valid Organization> organizations,
        @JsonProperty("api_keys") List<@NotNull @Valid Entry> keys) {

    static final DirectoryFile EMPTY = new DirectoryFile(List.of(), List.of());

    DirectoryFile {
        keys = Objects.requireNonNullElse(keys, List.of());
    }

    /** One key, known by the hash of its secret. */
    record Entry(
            @NotBlank String id,

            @NotNull
            @Pattern(regexp = "[0-9a-fA-F]{64}", message = "must be the 64 hexadecimal digits of a SHA-256 hash")
            String sha256,

            @NotNull Integer userId,

            @NotNull
            List<@NotNull @Pattern(regexp = SCOPE, message = "must be * or object:read or object:write") String> scopes,

            Set<@NotNull Integer> projects,
            Set<@NotNull UUID> organizations,
            boolean internal) {

        private static final String SCOPE = "\\*|[a-z][a-z_]*:(read|write)";

        Entry {
            projects = Objects.requireNonNullElse(projects, Set.of());
            organizations = Objects.requireNonNullElse(organizations, Set.of());
        }

        ApiKey key() {
            return new ApiKey(id, userId, Set.copyOf(scopes), projects, organizations, internal);
        }
    }
}
