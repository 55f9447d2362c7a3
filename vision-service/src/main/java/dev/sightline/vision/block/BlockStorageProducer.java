package dev.sightline.vision.block;

import dev.sightline.vision.block.BlockLocation.Bucket;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Chooses where blocks are kept, when the service starts. */
@ApplicationScoped
class BlockStorageProducer {

    @Produces
    @Singleton
    @Startup
    BlockStorage open(BlockConfig config, LooseObjects objects, Clock clock) {
        return BlockLocation.parse(config.location()) instanceof Bucket bucket
                ? new ObjectStorage(ObjectClients.open(config), bucket, objects, clock)
                : new RowStorage();
    }

    void close(@Disposes BlockStorage storage) {
        storage.close();
    }
}
