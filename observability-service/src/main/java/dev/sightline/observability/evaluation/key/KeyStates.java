package dev.sightline.observability.evaluation.key;

import dev.sightline.json.Wire;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Looks at keys from within a transaction, on its own connection. */
@ApplicationScoped
public class KeyStates {

    private final ProviderKeyRepository repository;

    KeyStates(ProviderKeyRepository repository) {
        this.repository = repository;
    }

    /**
     * The state of the key an evaluation would use, chosen as {@link KeyRing#choose} does.
     *
     * @param pinned null for none
     * @param provider null for any
     */
    public Uni<Optional<KeyState>> choose(int projectId, UUID pinned, JudgeProvider provider) {
        Uni<ProviderKeyEntity> key = pinned != null
                ? repository
                        .find("projectId = ?1 and id = ?2", projectId, pinned)
                        .firstResult()
                : repository.find("projectId = ?1 and active", projectId).firstResult();
        return key.map(row -> Optional.ofNullable(row)
                .filter(found -> pinned != null || provider == null || found.provider.equals(provider.wire()))
                .flatMap(found -> Wire.find(KeyState.class, found.state)));
    }
}
