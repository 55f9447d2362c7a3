package dev.sightline.observability.evaluation.key;

import dev.sightline.api.ApiException;
import dev.sightline.api.Page;
import dev.sightline.api.PageRequest;
import dev.sightline.auth.Directory;
import dev.sightline.auth.Person;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** What the API does with provider keys. A key is stored only once the provider has taken it. */
@ApplicationScoped
class ProviderKeys {

    private final KeyRing ring;
    private final ProviderKeyWrites writes;
    private final KeyProbe probe;
    private final Directory directory;

    ProviderKeys(KeyRing ring, ProviderKeyWrites writes, KeyProbe probe, Directory directory) {
        this.ring = ring;
        this.writes = writes;
        this.probe = probe;
        this.directory = directory;
    }

    Uni<Page<KeyView>> list(int projectId, PageRequest page) {
        return ring.count(projectId).chain(count -> ring.list(projectId, page.limit(), page.offset())
                .map(keys -> page.page(count, keys.stream().map(this::view).toList())));
    }

    Uni<KeyView> find(int projectId, UUID id) {
        return stored(projectId, id).map(this::view);
    }

    private Uni<ProviderKey> stored(int projectId, UUID id) {
        return ring.find(projectId, id).map(found -> found.orElseThrow(ApiException::notFound));
    }

    Uni<KeyView> create(int projectId, Person creator, CreateKey body) {
        return probe.ask(new KeyProbe.Trial(body.judge(), body.apiKey(), body.address()))
                .invoke(ProviderKeys::requireGood)
                .chain(() -> writes.create(projectId, creator.id(), body))
                .chain(id -> find(projectId, id));
    }

    Uni<KeyView> change(int projectId, UUID id, PatchKey body) {
        return stored(projectId, id)
                .call(key -> body.apiKey().present()
                        ? tryNew(key, body.apiKey().value())
                        : Uni.createFrom().voidItem())
                .chain(() -> writes.change(projectId, id, body))
                .chain(() -> find(projectId, id));
    }

    private Uni<KeyFinding> tryNew(ProviderKey key, String secret) {
        return probe.ask(new KeyProbe.Trial(key.provider(), secret, key.baseUrl()))
                .invoke(ProviderKeys::requireGood);
    }

    Uni<Void> delete(int projectId, UUID id, Optional<UUID> replacement) {
        return writes.delete(projectId, id, replacement);
    }

    private static void requireGood(KeyFinding finding) {
        if (finding.state() != KeyState.OK) {
            throw ApiException.invalid("api_key", finding.message());
        }
    }

    private KeyView view(ProviderKey key) {
        return KeyView.of(key, directory.author(key.createdBy()));
    }
}
