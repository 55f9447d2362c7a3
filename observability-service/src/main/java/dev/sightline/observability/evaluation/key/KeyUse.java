package dev.sightline.observability.evaluation.key;

import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Those who use keys; called in the transaction that takes a key away. */
public interface KeyUse {

    /** A key is about to be gone. */
    Uni<Void> deleted(int projectId, UUID keyId);

    /** A key is about to be gone, and another takes its place. */
    Uni<Void> replaced(int projectId, UUID keyId, UUID replacement);
}
