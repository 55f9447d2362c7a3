package dev.sightline.testing;

import dev.sightline.auth.Organization;
import dev.sightline.auth.Person;
import dev.sightline.auth.Project;
import java.util.List;
import java.util.Map;

/**
 * A project that belongs to one test, made by {@link TestDirectory#newProject}.
 *
 * @param key the secret of a key with the scope {@code *}
 */
public record TestProject(Organization organization, String key) {

    public Project project() {
        return organization.projects().get(0);
    }

    public int id() {
        return project().id();
    }

    public String captureToken() {
        return project().captureToken();
    }

    /** The only member of the organization, whose keys all keys here are. */
    public Person person() {
        return organization.members().get(0);
    }

    /** The secret of a new key with these scopes. */
    public String keyWith(String... scopes) {
        return TestDirectory.newKey(person(), Map.of("scopes", List.of(scopes)));
    }

    /** The secret of a new internal key, which may hold internal scopes. */
    public String internalKeyWith(String... scopes) {
        return TestDirectory.newKey(person(), Map.of("scopes", List.of(scopes), "internal", true));
    }
}
