package dev.sightline.observability.evaluation.key;

import dev.sightline.api.ApiException;
import dev.sightline.json.Wire;
import dev.sightline.time.Timestamps;
import dev.sightline.time.UuidV7;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Stores provider keys, each change in a transaction of its own and one at a time a project, so that one key is active. */
@ApplicationScoped
class ProviderKeyWrites {

    private final ProviderKeyRepository repository;
    private final KeyCipher cipher;
    private final KeyUse use;
    private final Clock clock;

    ProviderKeyWrites(ProviderKeyRepository repository, KeyCipher cipher, KeyUse use, Clock clock) {
        this.repository = repository;
        this.cipher = cipher;
        this.use = use;
        this.clock = clock;
    }

    /** The first key of a project is its active one whether asked for or not. */
    @WithTransaction
    Uni<UUID> create(int projectId, int creator, CreateKey body) {
        return repository
                .await(projectId)
                .chain(() -> repository.lockActive(projectId))
                .chain(active -> store(made(projectId, creator, body), body.active(), active));
    }

    /** @param active the key that was so far, null for none */
    private Uni<UUID> store(ProviderKeyEntity row, boolean wanted, ProviderKeyEntity active) {
        row.active = wanted || active == null;
        return release(row.active ? active : null)
                .chain(() -> repository.persistAndFlush(row))
                .replaceWith(row.id);
    }

    private ProviderKeyEntity made(int projectId, int creator, CreateKey body) {
        ProviderKeyEntity row = new ProviderKeyEntity();
        row.id = UuidV7.next();
        row.projectId = projectId;
        row.provider = body.judge().wire();
        row.name = body.name();
        row.baseUrl = body.baseUrl();
        row.createdBy = creator;
        row.createdAt = Timestamps.micros(clock.instant());
        row.updatedAt = row.createdAt;
        hide(row, body.apiKey());
        return row;
    }

    private void hide(ProviderKeyEntity row, String secret) {
        row.secret = cipher.seal(row.id, secret);
        row.masked = Masked.of(secret);
        row.state = Wire.name(KeyState.OK);
        row.errorMessage = null;
    }

    private Uni<Void> release(ProviderKeyEntity active) {
        if (active == null) {
            return Uni.createFrom().voidItem();
        }
        active.active = false;
        return repository.flush();
    }

    @WithTransaction
    Uni<Void> change(int projectId, UUID id, PatchKey body) {
        return locked(projectId, id)
                .invoke(row -> apply(row, body))
                .call(row ->
                        body.active().present() ? activate(row, body.active().value()) : repository.flush())
                .replaceWithVoid();
    }

    private void apply(ProviderKeyEntity row, PatchKey body) {
        body.name().ifPresent(name -> row.name = name);
        body.apiKey().ifPresent(secret -> hide(row, secret));
        row.updatedAt = Timestamps.micros(clock.instant());
    }

    private Uni<Void> activate(ProviderKeyEntity row, boolean wanted) {
        if (!wanted || row.active) {
            row.active = wanted;
            return repository.flush();
        }
        return repository
                .lockActive(row.projectId)
                .chain(this::release)
                .invoke(() -> row.active = true)
                .chain(repository::flush);
    }

    /** @param replacement takes the key's place wherever it is used */
    @WithTransaction
    Uni<Void> delete(int projectId, UUID id, Optional<UUID> replacement) {
        return locked(projectId, id)
                .chain(row -> replacement
                        .map(other -> replace(row, other))
                        .orElseGet(() -> use.deleted(projectId, id).replaceWith(row))
                        .chain(repository::delete))
                .chain(repository::flush);
    }

    private Uni<ProviderKeyEntity> replace(ProviderKeyEntity row, UUID replacement) {
        return repository
                .lock(row.projectId, replacement)
                .invoke(other -> checkReplacement(row, other))
                .call(() -> use.replaced(row.projectId, row.id, replacement))
                .call(other ->
                        row.active ? activate(other, true) : Uni.createFrom().voidItem())
                .replaceWith(row);
    }

    private static void checkReplacement(ProviderKeyEntity row, ProviderKeyEntity other) {
        if (other == null || other.id.equals(row.id) || !other.provider.equals(row.provider)) {
            throw ApiException.invalid(
                    "replacement_key_id", "The replacement must be another key of the same provider in this project.");
        }
    }

    private Uni<ProviderKeyEntity> locked(int projectId, UUID id) {
        return repository
                .await(projectId)
                .chain(() -> repository.lock(projectId, id))
                .onItem()
                .ifNull()
                .failWith(ApiException::notFound);
    }
}
