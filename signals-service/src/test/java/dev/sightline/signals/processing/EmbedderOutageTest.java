package dev.sightline.signals.processing;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sightline.model.Embedder;
import dev.sightline.model.ModelException;
import dev.sightline.model.local.LexicalEmbedder;
import dev.sightline.testing.ServersResource;
import dev.sightline.testing.TestDirectory;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServersResource.class)
class EmbedderOutageTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final int project = TestDirectory.newProject().id();

    @Inject
    Intake intake;

    @Inject
    Pool pool;

    @Test
    void anEmbedderThatDoesNotLetUsInHoldsTheLaneAndLosesNothing() {
        Stored stored = new Stored(pool, project);
        AtomicInteger refusals = new AtomicInteger();
        AtomicBoolean lockedOut = new AtomicBoolean(true);
        QuarkusMock.installMockForType(new Refusing(new LexicalEmbedder(), lockedOut, refusals), Embedder.class);

        intake.take(Emitted.deadCouponButton(project)).await().indefinitely();

        await().atMost(PATIENCE).until(() -> refusals.get() > 5);
        assertEquals(2, stored.waiting());
        assertEquals(0, stored.count("select count(*) from pending_signal where project_id = $1 and attempts > 0"));
        lockedOut.set(false);
        await().atMost(PATIENCE).untilAsserted(() -> assertEquals(2, stored.signals()));
    }

    /** Refuses as a service does whose key is wrong. */
    private record Refusing(Embedder real, AtomicBoolean lockedOut, AtomicInteger refusals) implements Embedder {

        @Override
        public String name() {
            return real.name();
        }

        @Override
        public int dimensions() {
            return real.dimensions();
        }

        @Override
        public Uni<List<float[]>> embed(List<String> texts) {
            if (lockedOut.get()) {
                refusals.incrementAndGet();
                return Uni.createFrom()
                        .failure(new ModelException(ModelException.Kind.REJECTED, "No key.", 401, null, null));
            }
            return real.embed(texts);
        }
    }
}
