package dev.sightline.messaging;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Lets a relay turn until nothing more can wait, each time something wakes it; after a failure it tries again by itself. */
final class RelayLoop {

    private static final Logger LOG = Logger.getLogger(RelayLoop.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final double JITTER = 0.2;

    private final Supplier<Uni<Turn>> relay;
    private final OutboxSettings settings;
    private final Outage outage = new Outage(LOG, "Publishing the outbox");

    RelayLoop(Supplier<Uni<Turn>> relay, OutboxSettings settings) {
        this.relay = relay;
        this.settings = settings;
    }

    /** Runs until it is cancelled. A wake-up during a run starts another one: its message may have come too late. */
    Cancellable start(Multi<Long> wakeUps) {
        return Multi.createBy()
                .merging()
                .streams(wakeUps, clock())
                .onOverflow()
                .dropPreviousItems()
                .onItem()
                .transformToUniAndConcatenate(wakeUp -> drain())
                .subscribe()
                .with(done -> {}, failure -> LOG.error("The relay of the outbox ended", failure));
    }

    private Multi<Long> clock() {
        return Multi.createFrom().ticks().every(settings.poll()).onOverflow().drop();
    }

    private Uni<Void> drain() {
        return Multi.createBy()
                .repeating()
                .uni(this::turn)
                .whilst(Turn::rest)
                .onItem()
                .ignoreAsUni()
                .onFailure()
                .invoke(outage::failed)
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, settings.maxBackoff())
                .withJitter(JITTER)
                .indefinitely()
                .invoke(outage::worked);
    }

    private Uni<Turn> turn() {
        return relay.get().invoke(Turn::requireComplete);
    }
}
