package dev.sightline.vision.person;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.event.EventCaptured;
import dev.sightline.json.Json;
import dev.sightline.sql.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Keeps what events say of people, and tells it. Said twice, it is as if it were said once. */
@ApplicationScoped
public class People {

    private record Name(int projectId, String distinctId) implements Comparable<Name> {

        private static final Comparator<Name> ORDER =
                Comparator.comparing(Name::projectId).thenComparing(Name::distinctId);

        @Override
        public int compareTo(Name other) {
            return ORDER.compare(this, other);
        }
    }

    private final Pool pool;

    People(Pool pool) {
        this.pool = pool;
    }

    /** The people behind some names, by name; names that nothing was said of are absent. */
    public Uni<Map<String, KnownPerson>> behind(int projectId, Collection<String> distinctIds) {
        return pool.preparedQuery(PersonQueries.BEHIND)
                .execute(Tuple.of(projectId, distinctIds.toArray(String[]::new)))
                .map(rows -> {
                    Map<String, KnownPerson> people = new HashMap<>();
                    rows.forEach(row -> people.put(row.getString("asked"), person(row)));
                    return people;
                });
    }

    private static KnownPerson person(Row row) {
        return KnownPerson.of(
                row.getUUID("id"),
                List.of(row.getArrayOfStrings("names")),
                Json.read(row.getString("properties"), JsonNode.class),
                Rows.instant(row, "created_at"));
    }

    /** Takes in events in the order in which they were captured. */
    public Uni<Void> hear(List<EventCaptured> events) {
        List<EventCaptured> telling = events.stream().filter(PersonChange::isIn).toList();
        return telling.isEmpty()
                ? Uni.createFrom().voidItem()
                : pool.withTransaction(tx -> change(tx, changes(telling)).chain(() -> merge(tx, merges(telling))));
    }

    /** In the order of their keys, so that two transactions never wait for each other. */
    private static Map<Name, PersonChange> changes(List<EventCaptured> events) {
        Map<Name, PersonChange> changes = new TreeMap<>();
        events.forEach(event -> changes.computeIfAbsent(
                        new Name(event.projectId(), event.distinctId()), name -> new PersonChange())
                .add(event));
        merges(events)
                .forEach(merge -> changes.computeIfAbsent(
                        new Name(merge.projectId(), merge.anonymousId()), name -> new PersonChange()));
        return changes;
    }

    private static List<PersonMerge> merges(List<EventCaptured> events) {
        return events.stream().filter(PersonMerge::isIn).map(PersonMerge::of).toList();
    }

    private static Uni<Void> change(SqlClient tx, Map<Name, PersonChange> changes) {
        List<Tuple> names = changes.keySet().stream()
                .map(name -> Tuple.of(name.projectId(), name.distinctId()))
                .toList();
        List<Tuple> values = changes.entrySet().stream()
                .map(entry -> values(entry.getKey(), entry.getValue()))
                .toList();
        return tx.preparedQuery(PersonQueries.NAME)
                .executeBatch(names)
                .chain(() -> tx.preparedQuery(PersonQueries.CHANGE).executeBatch(values))
                .replaceWithVoid();
    }

    private static Tuple values(Name name, PersonChange change) {
        return Tuple.of(
                name.projectId(),
                name.distinctId(),
                new JsonObject(Json.write(change.setOnce())),
                new JsonObject(Json.write(change.set())),
                change.unset());
    }

    private static Uni<Void> merge(SqlClient tx, List<PersonMerge> merges) {
        if (merges.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Tuple> values = merges.stream()
                .map(merge -> Tuple.of(merge.projectId(), merge.distinctId(), merge.anonymousId()))
                .toList();
        return tx.preparedQuery(PersonQueries.MERGE).executeBatch(values).replaceWithVoid();
    }
}
