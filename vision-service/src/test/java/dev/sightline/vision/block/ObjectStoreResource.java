package dev.sightline.vision.block;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Puts an object store behind a {@code @QuarkusTest}. */
public final class ObjectStoreResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return ObjectStore.get().settings("live");
    }

    /** Nothing: the next test class of this JVM uses it again. */
    @Override
    public void stop() {}
}
