package dev.sightline.auth;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * An organization of the directory with all that belongs to it.
 *
 * @param aiDataProcessingApproved whether its data may be given to a language model; true when the file does not say
 * @param github connections to repositories
 * @param members people who may see its projects
 */
public record Organization(
        @NotNull UUID id,
        @NotBlank String name,
        Boolean aiDataProcessingApproved,
        List<@NotNull @Valid Project> projects,
        List<@NotNull @Valid GithubConnection> github,
        List<@NotNull @Valid Person> members) {

    public Organization {
        aiDataProcessingApproved = aiDataProcessingApproved == null || aiDataProcessingApproved;
        projects = Objects.requireNonNullElse(projects, List.of());
        github = Objects.requireNonNullElse(github, List.of());
        members = Objects.requireNonNullElse(members, List.of());
    }

    @JsonIgnore
    boolean has(Person person) {
        return members.stream().anyMatch(member -> member.id() == person.id());
    }
}
