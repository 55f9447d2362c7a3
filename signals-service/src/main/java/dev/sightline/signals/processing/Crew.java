package dev.sightline.signals.processing;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Looks for work that is due, does several pieces at a time, each once, and keeps their leases meanwhile. A piece that
 * fails is left to whoever finds its lease run out.
 *
 * @param <K> by what a piece of work is known
 * @param <W> a piece of work
 */
public final class Crew<K, W> {

    private static final Logger LOG = Logger.getLogger(Crew.class);

    private final Vertx vertx;
    private final Rhythm rhythm;
    private final Trade<K, W> trade;
    private final Set<K> atWork = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean looking = new AtomicBoolean();
    private final AtomicBoolean open = new AtomicBoolean();

    /**
     * @param tick how often to look
     * @param lease how long a claim lasts; it is renewed three times as often
     * @param most pieces of work at the same time
     */
    public record Rhythm(Duration tick, Duration lease, int most) {}

    /** What a crew does. */
    public interface Trade<K, W> {

        /** Claims at most so many pieces of work, none of those at work. */
        Uni<List<W>> claim(int most, Set<K> atWork);

        K key(W work);

        Uni<Void> run(W work);

        /** Renews the claims of what is at work. */
        Uni<Void> keep(Set<K> atWork);
    }

    public Crew(Vertx vertx, Rhythm rhythm, Trade<K, W> trade) {
        this.vertx = vertx;
        this.rhythm = rhythm;
        this.trade = trade;
    }

    public void start() {
        open.set(true);
        vertx.setPeriodic(rhythm.tick().toMillis(), timer -> look());
        vertx.setPeriodic(rhythm.lease().toMillis() / 3, timer -> keep());
    }

    /** Begins nothing more; what is at work goes on. */
    public void stop() {
        open.set(false);
    }

    /** Looks unless a look is under way or all hands are busy. */
    private void look() {
        int free = rhythm.most() - atWork.size();
        if (open.get() && free > 0 && looking.compareAndSet(false, true)) {
            trade.claim(free, atWork)
                    .eventually(() -> looking.set(false))
                    .subscribe()
                    .with(this::begin, failure -> LOG.debugf(failure, "No work found"));
        }
    }

    private void begin(List<W> claimed) {
        claimed.stream().filter(work -> atWork.add(trade.key(work))).forEach(this::work);
    }

    private void work(W work) {
        Uni.createFrom()
                .deferred(() -> trade.run(work))
                .eventually(() -> atWork.remove(trade.key(work)))
                .subscribe()
                .with(done -> look(), failure -> LOG.warnf("Work stopped work=%s cause=%s", trade.key(work), failure));
    }

    private void keep() {
        if (!atWork.isEmpty()) {
            trade.keep(atWork).subscribe().with(kept -> {}, failure -> LOG.debugf(failure, "Leases not renewed"));
        }
    }
}
