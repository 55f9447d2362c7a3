package dev.sightline.signals.pipeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

/**
 * The live signals of one project, held in memory for the one lane that groups the project's signals. A signal that is
 * put here is found by the very next search, so signals of one batch see each other in order.
 *
 * <p>Bounded: beyond the capacity the oldest signal gives way. Not safe for use by several threads at once.
 */
public final class LiveSignals {

    private final int capacity;
    private final VectorIndex vectors;
    private final List<LiveSignal> rows = new ArrayList<>();
    private final Map<UUID, Integer> rowOf = new HashMap<>();
    private final TreeSet<LiveSignal> byAge = new TreeSet<>(LiveSignal.BY_AGE);
    private final Rarity rarity = new Rarity();
    private long fingerprintBytes;

    /** @param dimensions of the embedder whose vectors these are; other embedders' vectors do not belong here */
    public LiveSignals(int dimensions, int capacity) {
        this.vectors = new VectorIndex(dimensions);
        this.capacity = capacity;
    }

    /** Adds a signal; one with the same identity is replaced. */
    public void put(LiveSignal signal, float[] vector) {
        forget(signal.id());
        vectors.add(vector);
        rowOf.put(signal.id(), rows.size());
        rows.add(signal);
        byAge.add(signal);
        rarity.add(signal.fingerprint());
        fingerprintBytes += signal.fingerprint().bytes();
        if (rows.size() > capacity) {
            forget(byAge.first().id());
        }
    }

    /** Removes a signal, as after its soft deletion or when the transaction that assigned it failed. */
    public void forget(UUID signalId) {
        Integer row = rowOf.remove(signalId);
        if (row == null) {
            return;
        }
        LiveSignal gone = rows.get(row);
        LiveSignal last = rows.remove(rows.size() - 1);
        if (last != gone) {
            rows.set(row, last);
            rowOf.put(last.id(), row);
        }
        vectors.remove(row);
        byAge.remove(gone);
        rarity.remove(gone.fingerprint());
        fingerprintBytes -= gone.fingerprint().bytes();
    }

    /** Removes all signals of a report. */
    public void forgetReport(UUID reportId) {
        List.copyOf(rows).stream()
                .filter(signal -> signal.reportId().equals(reportId))
                .forEach(signal -> forget(signal.id()));
    }

    /** Removes all signals from before an instant. */
    public void expire(Instant before) {
        while (!byAge.isEmpty() && byAge.first().at().isBefore(before)) {
            forget(byAge.first().id());
        }
    }

    /** The nearest signals, nearest first; of equally near ones the oldest first. */
    public List<Candidate> nearest(float[] query, int limit) {
        return vectors
                .nearest(query, limit, (one, other) -> LiveSignal.BY_AGE.compare(rows.get(one), rows.get(other)))
                .stream()
                .map(neighbour -> new Candidate(rows.get(neighbour.row()), neighbour.distance()))
                .toList();
    }

    Likeness likeness(Fingerprint one) {
        return new Likeness(rarity, one);
    }

    public int size() {
        return rows.size();
    }

    /** Bytes held, roughly. */
    public long bytes() {
        return vectors.bytes() + fingerprintBytes;
    }
}
