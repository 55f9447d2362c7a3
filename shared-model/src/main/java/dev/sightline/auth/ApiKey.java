package dev.sightline.auth;

import java.util.Set;
import java.util.UUID;

/**
 * A credential that was found good, without its secret.
 *
 * @param id names the key in logs and limits
 * @param userId whose key it is
 * @param scopes what it may do
 * @param projects the only projects it may touch; empty for all of the person's
 * @param organizations the only organizations it may touch; empty for all of the person's
 * @param internal whether it may hold internal scopes
 */
public record ApiKey(
        String id, int userId, Set<String> scopes, Set<Integer> projects, Set<UUID> organizations, boolean internal) {}
