package dev.sightline.signals.processing;

import dev.sightline.messaging.DeadLetters;
import dev.sightline.model.Embedder;
import dev.sightline.operation.WorkInHand;
import dev.sightline.signals.signal.SignalStore;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/**
 * Another replica of the pipeline on the same database, with an identity, a memory and leases of its own. It is made of
 * the service's own classes; only what has no state is shared with the first one.
 */
final class SecondReplica implements AutoCloseable {

    final Lanes lanes;
    final LaneRound round;
    final Intake intake;
    private final LaneDispatcher dispatcher;

    /** @param lease how long it keeps a lane that it does not show up in */
    SecondReplica(Embedder embedder, Duration lease) {
        ProcessingConfig config = config(lease);
        LaneModels models = bean(LaneModels.class);
        MeterRegistry metrics = bean(MeterRegistry.class);
        Memory memory = new Memory(bean(SignalStore.class), embedder, config, bean(Clock.class));
        lanes = new Lanes(bean(Pool.class), new Replica(), config);
        intake = new Intake(bean(SignalGate.class), lanes, metrics);
        Grouping grouping = new Grouping(
                lanes,
                new SafetyFilter(models, metrics),
                new Matching(memory, embedder, models, bean(Libraries.class)),
                bean(Bookkeeping.class));
        round = new LaneRound(lanes, grouping, new Setback(lanes, models, bean(DeadLetters.class), metrics));
        dispatcher = new LaneDispatcher(bean(Vertx.class), lanes, round, bean(WorkInHand.class), config);
    }

    private static ProcessingConfig config(Duration lease) {
        return new SmallRyeConfigBuilder()
                .withMapping(ProcessingConfig.class)
                .withDefaultValues(Map.of(
                        "sightline.signals.flush", "100ms",
                        "sightline.signals.tick", "20ms",
                        "sightline.signals.retry-wait", "100ms",
                        "sightline.signals.lease", lease.toString()))
                .withConverter(Duration.class, 300, new DurationConverter())
                .build()
                .getConfigMapping(ProcessingConfig.class);
    }

    private static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }

    /** Has it look for lanes that are due. */
    SecondReplica start() {
        dispatcher.start(new StartupEvent());
        return this;
    }

    @Override
    public void close() {
        dispatcher.stop(new ShutdownEvent());
        dispatcher.release(new ShutdownEvent());
    }
}
