package dev.sightline.signals.scout.schedule;

import dev.sightline.messaging.Failures;
import dev.sightline.messaging.Outage;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Does rounds of work as long as there is any, a few at the same time. */
final class Rounds {

    private static final Logger LOG = Logger.getLogger(Rounds.class);

    private final Outage outage;
    private final int parallel;
    private final Supplier<Uni<Boolean>> round;
    private final AtomicInteger busy = new AtomicInteger();

    /**
     * @param what is done, as the beginning of a sentence
     * @param round does some work; whether there was any
     */
    Rounds(String what, int parallel, Supplier<Uni<Boolean>> round) {
        this.outage = new Outage(LOG, what);
        this.parallel = parallel;
        this.round = round;
    }

    /** Begins a round if there is room for one; the next follows as long as there is work. */
    void begin() {
        if (busy.incrementAndGet() > parallel) {
            busy.decrementAndGet();
            return;
        }
        round.get().eventually(busy::decrementAndGet).subscribe().with(this::again, this::failed);
    }

    private void failed(Throwable failure) {
        if (Failures.isTransient(failure)) {
            outage.failed(failure);
        } else {
            LOG.warnf(failure, "Runs of scouts left to be reaped");
        }
    }

    private void again(boolean more) {
        outage.worked();
        if (more) {
            begin();
        }
    }
}
