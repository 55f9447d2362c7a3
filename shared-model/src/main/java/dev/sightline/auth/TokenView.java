package dev.sightline.auth;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.UUID;

/** What introspection tells of a secret (RFC 7662): of one that nobody knows, only that it is not active. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"active", "scope", "scoped_teams", "scoped_organizations", "client_id", "client_name"})
record TokenView(
        boolean active,
        String scope,
        List<Integer> scopedTeams,
        List<UUID> scopedOrganizations,
        String clientId,
        String clientName) {

    static final TokenView INACTIVE = new TokenView(false, null, null, null, null, null);

    static TokenView of(ApiKey key) {
        KeyView view = KeyView.of(key);
        return new TokenView(
                true,
                String.join(" ", view.scopes()),
                view.scopedTeams(),
                view.scopedOrganizations(),
                "personal_api_key",
                view.label());
    }
}
