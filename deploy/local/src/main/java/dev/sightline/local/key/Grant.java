package dev.sightline.local.key;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a key may do.
 *
 * @param projects none for all projects of the user's organizations
 * @param internal whether the key may hold scopes that are not for people's keys
 */
public record Grant(int userId, List<Integer> projects, List<String> scopes, boolean internal) {

    private static final Pattern SCOPE = Pattern.compile("\\*|[a-z_]+:(read|write)");
    private static final Set<String> INTERNAL =
            Set.of("signal_scout_internal", "signal_scout_report", "signal_scratchpad_internal", "internal_run");

    /**
     * A grant.
     *
     * @throws IllegalArgumentException if a scope is not one, or is internal and the key is not
     */
    public Grant {
        projects = List.copyOf(projects);
        scopes = List.copyOf(scopes);
        scopes.forEach(scope -> check(scope, internal));
    }

    private static void check(String scope, boolean internal) {
        if (!SCOPE.matcher(scope).matches()) {
            throw new IllegalArgumentException(scope + " is no scope; one looks like replay_scanner:read, or is *");
        }
        if (!internal && INTERNAL.contains(scope.split(":")[0])) {
            throw new IllegalArgumentException(scope + " is an internal scope; only a key with --internal may have it");
        }
    }

    /** The entry for a key in the directory's {@code api_keys}. */
    public String entry(MintedKey key) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("id", "key-" + key.sha256().substring(0, 8));
        entry.put("sha256", key.sha256());
        entry.put("user_id", userId);
        entry.put("scopes", scopes);
        if (!projects.isEmpty()) {
            entry.put("projects", projects);
        }
        entry.put("internal", internal);
        try {
            return new ObjectMapper().writeValueAsString(entry);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
