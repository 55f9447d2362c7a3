package dev.sightline.vision.recording;

import dev.sightline.messaging.Failures;
import dev.sightline.messaging.Outage;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jboss.logging.Logger;

/**
 * Makes the daily partitions of blocks ahead of time. Several replicas may do so at once; should none have done so in
 * time, blocks go into the default partition and nothing is refused.
 */
@ApplicationScoped
class BlockPartitions {

    private static final Logger LOG = Logger.getLogger(BlockPartitions.class);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private static final String CREATE = """
            create table if not exists recording_block_%s partition of recording_block
                for values from ('%s') to ('%s')
            """;

    private final Outage outage = new Outage(LOG, "Making the partitions of blocks");
    private final Pool pool;
    private final RecordingConfig config;
    private final Clock clock;

    BlockPartitions(Pool pool, RecordingConfig config, Clock clock) {
        this.pool = pool;
        this.config = config;
        this.clock = clock;
    }

    /** A database that is away is waited for: a day whose blocks are in the default partition cannot be made any more. */
    void start(@Observes StartupEvent started) {
        makeAhead()
                .onFailure()
                .invoke(outage::failed)
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely()
                .subscribe()
                .with(made -> outage.worked());
    }

    @Scheduled(cron = "0 7 */6 * * ?", identity = "recording-block-partitions")
    Uni<Void> makeAhead() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return Multi.createFrom()
                .range(0, config.partitionsAhead() + 1)
                .onItem()
                .transformToUniAndConcatenate(days -> make(today.plusDays(days)))
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> make(LocalDate day) {
        String name = day.format(DateTimeFormatter.BASIC_ISO_DATE);
        return pool.query(CREATE.formatted(name, day, day.plusDays(1)))
                .execute()
                .onFailure(BlockPartitions::isOfTheDay)
                .invoke(failure -> LOG.warnf("block partition not made day=%s reason=%s", day, failure.getMessage()))
                .onFailure(BlockPartitions::isOfTheDay)
                .recoverWithNull()
                .replaceWithVoid();
    }

    private static boolean isOfTheDay(Throwable failure) {
        return !Failures.isTransient(failure);
    }
}
