package dev.sightline.signals.scout.projection;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The most frequent events of a project in the last seven days, as exact as an hour (spec/scouts.md 12.2). */
@ApplicationScoped
public class TopEvents {

    private static final Duration WINDOW = Duration.ofDays(7);
    private static final Duration RECENT = Duration.ofHours(24);
    private static final int MOST = 50;

    private static final String COUNTS =
            "select entity, day, hours from scout_counter where project_id = $1 and day >= $2 and kind = $3";

    private final Clock clock;

    TopEvents(Clock clock) {
        this.clock = clock;
    }

    /** An event and how often it came; {@code firstSeen} and {@code lastSeen} lie in the window. */
    public record TopEvent(
            String event,
            long count,
            long distinctUsers,
            @JsonProperty("recent_24h_count") long recentCount,
            @JsonProperty("recent_24h_users") long recentUsers,
            Instant firstSeen,
            Instant lastSeen) {}

    public Uni<List<TopEvent>> of(SqlClient client, int projectId) {
        Instant now = clock.instant();
        Instant from = now.minus(WINDOW).truncatedTo(ChronoUnit.HOURS);
        LocalDate day = from.atOffset(ZoneOffset.UTC).toLocalDate();
        Map<String, Tally> tallies = new TreeMap<>();
        return client.preparedQuery(COUNTS)
                .execute(Tuple.of(projectId, day, Kinds.EVENTS))
                .invoke(rows -> rows.forEach(row -> count(tallies, row, from, now)))
                .chain(() -> client.preparedQuery(ProjectionQueries.READ_SKETCHES)
                        .execute(Tuple.of(projectId, day, Kinds.USERS)))
                .invoke(rows -> people(tallies, rows, from, now))
                .map(done -> sorted(tallies));
    }

    private static void count(Map<String, Tally> tallies, Row row, Instant from, Instant now) {
        Double[] hours = row.getArrayOfDoubles("hours");
        for (int hour = 0; hour < hours.length; hour++) {
            Instant at = at(row, hour);
            if (hours[hour] != null && hours[hour] > 0 && !at.isBefore(from)) {
                tallies.computeIfAbsent(row.getString("entity"), event -> new Tally())
                        .count(at, hours[hour].longValue(), !at.isBefore(now.minus(RECENT)));
            }
        }
    }

    private static void people(Map<String, Tally> tallies, RowSet<Row> rows, Instant from, Instant now) {
        rows.forEach(row -> {
            Instant at = at(row, row.getShort("hour"));
            Tally tally = tallies.get(row.getString("entity"));
            if (tally != null && !at.isBefore(from)) {
                byte[] sketch = row.getDelegate().getBuffer("sketch").getBytes();
                tally.people.merge(sketch);
                if (!at.isBefore(now.minus(RECENT))) {
                    tally.recentPeople.merge(sketch);
                }
            }
        });
    }

    private static Instant at(Row row, int hour) {
        return row.getLocalDate("day").atStartOfDay().plusHours(hour).toInstant(ZoneOffset.UTC);
    }

    private static List<TopEvent> sorted(Map<String, Tally> tallies) {
        return tallies.entrySet().stream()
                .map(entry -> entry.getValue().of(entry.getKey()))
                .sorted(Comparator.comparingLong(TopEvent::count).reversed())
                .limit(MOST)
                .toList();
    }

    /** What is added up of one event. */
    private static final class Tally {

        private final People people = new People();
        private final People recentPeople = new People();
        private long count;
        private long recent;
        private Instant first = Instant.MAX;
        private Instant last = Instant.MIN;

        void count(Instant at, long amount, boolean isRecent) {
            count += amount;
            recent += isRecent ? amount : 0;
            first = at.isBefore(first) ? at : first;
            last = at.isAfter(last) ? at : last;
        }

        TopEvent of(String event) {
            return new TopEvent(
                    event, count, (long) people.estimate(), recent, (long) recentPeople.estimate(), first, last);
        }
    }
}
