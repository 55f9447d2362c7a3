package dev.sightline.local;

import dev.sightline.local.key.Grant;
import dev.sightline.local.key.MintedKey;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes API keys. */
@Command(name = "key", description = "Makes personal API keys.")
final class Key {

    @Command(name = "mint", description = "Prints a new key, once, and the directory entry that makes it valid.")
    void mint(
            @Option(names = "--user", required = true, description = "Id of the member whose key it is.") int user,
            @Option(names = "--project", description = "Id of a project it is for; none for all.", arity = "1..*")
                    List<Integer> projects,
            @Option(names = "--scope", required = true, description = "A scope, or * for all.", arity = "1..*")
                    List<String> scopes,
            @Option(names = "--internal", description = "Let it hold internal scopes.") boolean internal) {
        Grant grant = new Grant(user, projects == null ? List.of() : projects, scopes, internal);
        MintedKey key = MintedKey.draw();
        System.out.println("The key, shown this once: " + key.value());
        System.out.println("Its entry for \"api_keys\" of the directory file:");
        System.out.println(grant.entry(key));
    }
}
