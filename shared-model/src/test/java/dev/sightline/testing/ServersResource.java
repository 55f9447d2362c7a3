package dev.sightline.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Puts the real Postgres and Kafka behind a {@code @QuarkusTest}. Fields of type {@link TestServers} in the test are set,
 * for tests that stop one of them.
 */
public final class ServersResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return TestServers.get().configuration();
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(TestServers.get(), new TestInjector.MatchesType(TestServers.class));
    }

    /** Nothing: the next test class of this JVM uses them again. */
    @Override
    public void stop() {}
}
