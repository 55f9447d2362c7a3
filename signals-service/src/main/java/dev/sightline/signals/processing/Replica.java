package dev.sightline.signals.processing;

import dev.sightline.time.UuidV7;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** This process among its replicas. A restarted process is another replica. */
@ApplicationScoped
class Replica {

    private final UUID id = UuidV7.next();

    UUID id() {
        return id;
    }
}
