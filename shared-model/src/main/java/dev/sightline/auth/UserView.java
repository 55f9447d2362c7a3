package dev.sightline.auth;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;

/** A person as answers show one: {@code created_by} and its like (spec/platform.md A.8). */
@JsonPropertyOrder({
    "id",
    "uuid",
    "distinct_id",
    "first_name",
    "last_name",
    "email",
    "is_email_verified",
    "hedgehog_config",
    "role_at_organization"
})
public record UserView(
        int id,
        UUID uuid,
        String distinctId,
        String firstName,
        String lastName,
        String email,
        @JsonProperty("is_email_verified") Boolean isEmailVerified,
        JsonNode hedgehogConfig,
        String roleAtOrganization) {

    /** The view of a person; null for null, which stands for somebody who is gone. */
    public static UserView of(Person person) {
        return person == null
                ? null
                : new UserView(
                        person.id(),
                        person.uuid(),
                        person.distinctId(),
                        person.firstName(),
                        person.lastName(),
                        person.email(),
                        person.isEmailVerified(),
                        Hedgehog.shown(person.hedgehogConfig()),
                        person.roleAtOrganization());
    }
}
