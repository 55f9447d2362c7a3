package dev.sightline.auth;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.UUID;

/** A key as its holder may see it; empty lists of teams and organizations restrict nothing. */
@JsonPropertyOrder({"id", "label", "user_id", "scopes", "scoped_teams", "scoped_organizations"})
record KeyView(
        String id,
        String label,
        int userId,
        List<String> scopes,
        List<Integer> scopedTeams,
        List<UUID> scopedOrganizations) {

    static KeyView of(ApiKey key) {
        return new KeyView(
                key.id(),
                key.id(),
                key.userId(),
                key.scopes().stream().sorted().toList(),
                key.projects().stream().sorted().toList(),
                key.organizations().stream().sorted().toList());
    }
}
