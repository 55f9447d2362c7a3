package dev.sightline.signals.scout.projection;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Merges what is new into stored sketches. Their rows are held meanwhile: nothing that another replica adds is lost. */
@ApplicationScoped
class SketchStore {

    /** What the changed sketches now say of their hours. */
    Uni<Map<Cell, Hours>> merge(SqlClient tx, Measures measures) {
        List<HourCell> cells = new ArrayList<>(measures.sketched());
        if (cells.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        Map<Cell, Hours> readings = new TreeMap<>();
        return tx.preparedQuery(ProjectionQueries.MAKE_SKETCHES)
                .execute(keys(cells).addValue(ProjectionStore.empty(cells.size())))
                .chain(() -> tx.preparedQuery(ProjectionQueries.LOCK_SKETCHES).execute(keys(cells)))
                .map(stored -> merged(stored, measures, readings))
                .flatMap(merged -> tx.preparedQuery(ProjectionQueries.SAVE_SKETCHES)
                        .execute(keys(new ArrayList<>(merged.keySet()))
                                .addValue(merged.values().toArray(Buffer[]::new))))
                .replaceWith(readings);
    }

    private static Map<HourCell, Buffer> merged(RowSet<Row> stored, Measures measures, Map<Cell, Hours> readings) {
        Map<HourCell, Buffer> merged = new TreeMap<>();
        stored.forEach(row -> {
            HourCell at = cell(row);
            byte[] before = row.getDelegate().getBuffer("sketch").getBytes();
            merged.put(at, Buffer.buffer(merge(at, before, measures, readings)));
        });
        return merged;
    }

    private static byte[] merge(HourCell at, byte[] before, Measures measures, Map<Cell, Hours> readings) {
        return at.cell().kind().equals(Kinds.LATENCY)
                ? latencies(at, before, measures.latencies(at), readings)
                : people(at, before, measures.people(at), readings);
    }

    private static byte[] people(HourCell at, byte[] before, List<String> fresh, Map<Cell, Hours> readings) {
        People people = new People();
        people.merge(before);
        fresh.forEach(people::add);
        put(readings, at, at.cell().kind(), people.estimate());
        return people.bytes();
    }

    private static byte[] latencies(HourCell at, byte[] before, List<Double> fresh, Map<Cell, Hours> readings) {
        Latencies latencies = new Latencies();
        latencies.merge(before);
        fresh.forEach(latencies::add);
        put(readings, at, Kinds.P50, latencies.quantile(0.5));
        put(readings, at, Kinds.P90, latencies.quantile(0.9));
        put(readings, at, Kinds.P99, latencies.quantile(0.99));
        return latencies.bytes();
    }

    private static void put(Map<Cell, Hours> readings, HourCell at, String kind, double value) {
        Cell cell =
                new Cell(at.cell().projectId(), at.cell().day(), kind, at.cell().entity());
        readings.computeIfAbsent(cell, fresh -> new Hours()).put(at.hour(), value);
    }

    private static HourCell cell(Row row) {
        Cell cell = new Cell(
                row.getInteger("project_id"), row.getLocalDate("day"), row.getString("kind"), row.getString("entity"));
        return new HourCell(cell, row.getShort("hour"));
    }

    private static Tuple keys(List<HourCell> cells) {
        return Tuple.of(
                ProjectionStore.column(cells, at -> at.cell().projectId(), Integer[]::new),
                ProjectionStore.column(cells, at -> at.cell().day(), LocalDate[]::new),
                ProjectionStore.column(cells, at -> at.cell().kind(), String[]::new),
                ProjectionStore.column(cells, at -> at.cell().entity(), String[]::new),
                ProjectionStore.column(cells, at -> (short) at.hour(), Short[]::new));
    }
}
