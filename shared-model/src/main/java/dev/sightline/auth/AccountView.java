package dev.sightline.auth;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * The holder of a key, with where they work.
 *
 * @param user the members of the public user object, flat
 * @param team the current project; null if the key reaches none
 * @param organization that of the current project; null with it
 */
@JsonPropertyOrder({"user", "team", "organization", "organizations"})
record AccountView(
        @JsonUnwrapped UserView user,
        TeamView team,
        OrganizationView organization,
        List<OrganizationView> organizations) {

    static AccountView of(
            Person person, TeamView team, OrganizationView organization, List<OrganizationView> organizations) {
        return new AccountView(UserView.of(person), team, organization, organizations);
    }
}
