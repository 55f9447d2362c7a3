package dev.sightline.signals.scout.projection;

import dev.sightline.sql.Rows;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/** Knows until when the projections are up to date, and takes away what they need not keep. */
@ApplicationScoped
public class Heartbeats {

    static final List<String> CHANNELS =
            List.of("scout-events", "scout-observations", "scout-evaluations", "scout-activity");

    private static final String BEAT = """
            insert into scout_heartbeat (channel, beat_at) select c, $2 from unnest($1::text[]) as c
            on conflict (channel) do update set beat_at = greatest(scout_heartbeat.beat_at, excluded.beat_at)""";

    private static final String READ =
            "select case when count(*) = $1 then min(beat_at) end as beat_at from scout_heartbeat";

    private final Pool pool;
    private final KafkaClientService kafka;
    private final ProjectionConfig config;
    private final Clock clock;

    Heartbeats(Pool pool, KafkaClientService kafka, ProjectionConfig config, Clock clock) {
        this.pool = pool;
        this.kafka = kafka;
        this.config = config;
        this.clock = clock;
    }

    /** Every projection that is not behind says so. */
    @Scheduled(every = "${sightline.scouts.projection.beat:30s}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> beat() {
        String[] current = CHANNELS.stream().filter(this::keepsUp).toArray(String[]::new);
        return pool.preparedQuery(BEAT)
                .execute(Tuple.of(current, Rows.parameter(clock.instant())))
                .replaceWithVoid();
    }

    private boolean keepsUp(String channel) {
        return lag(channel) <= config.behind();
    }

    /** Messages that the slowest partition of the channel is behind; without end before the channel is open. */
    private double lag(String channel) {
        KafkaConsumer<Object, Object> consumer = kafka.getConsumer(channel);
        return consumer == null
                ? Double.POSITIVE_INFINITY
                : lag(consumer.unwrap().metrics());
    }

    private static double lag(Map<MetricName, ? extends Metric> metrics) {
        return metrics.entrySet().stream()
                .filter(metric -> metric.getKey().name().equals("records-lag-max"))
                .map(metric -> (Double) metric.getValue().metricValue())
                .filter(Double::isFinite)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
    }

    /** When all projections last were up to date; empty if they are not now. */
    public Uni<Optional<Instant>> current() {
        return current(pool);
    }

    /** The same over a connection. */
    public Uni<Optional<Instant>> current(SqlClient client) {
        return client.preparedQuery(READ).execute(Tuple.of(CHANNELS.size())).map(rows -> Rows.first(
                        rows, row -> Optional.ofNullable(Rows.instant(row, "beat_at")))
                .flatMap(beat -> beat)
                .filter(beat -> beat.isAfter(clock.instant().minus(config.staleAfter()))));
    }

    @Scheduled(every = "1h", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> expire() {
        Instant first = clock.instant().minus(Duration.ofDays(config.days()));
        Tuple day = Tuple.of(first.atOffset(ZoneOffset.UTC).toLocalDate());
        return pool.preparedQuery(ProjectionQueries.EXPIRE_COUNTERS)
                .execute(day)
                .chain(() ->
                        pool.preparedQuery(ProjectionQueries.EXPIRE_SKETCHES).execute(day))
                .chain(() ->
                        pool.preparedQuery(ProjectionQueries.EXPIRE_ACTIVITY).execute(Tuple.of(Rows.parameter(first))))
                .chain(() ->
                        pool.preparedQuery(ProjectionQueries.EXPIRE_ROSTER).execute(Tuple.of(Rows.parameter(first))))
                .replaceWithVoid();
    }
}
