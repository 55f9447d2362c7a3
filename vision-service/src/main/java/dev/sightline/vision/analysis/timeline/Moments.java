package dev.sightline.vision.analysis.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects moments, so many of each kind and no more: a flood of one kind leaves room for the others. */
final class Moments {

    static final int MAX_OF_A_KIND = 500;
    static final int MAX_CLICKS = 2_000;

    private static final Comparator<Moment> BY_TIME = Comparator.comparingLong(Moment::atMs);

    private final long originMs;
    private final Map<MomentKind, List<Moment>> kinds = new EnumMap<>(MomentKind.class);
    private boolean truncated;

    /** @param originMs Unix time that counts as the recording's beginning */
    Moments(long originMs) {
        this.originMs = originMs;
    }

    /** Keeps a moment that lasted from one Unix time to another. */
    void add(MomentKind kind, long fromMs, long toMs, What what) {
        add(new Moment(new TimeRange(fromMs - originMs, toMs - originMs), kind, what.text(), what.where()));
    }

    void add(Moment moment) {
        List<Moment> of = kinds.computeIfAbsent(moment.kind(), kind -> new ArrayList<>());
        int most = moment.kind() == MomentKind.CLICK ? MAX_CLICKS : MAX_OF_A_KIND;
        truncated = truncated || of.size() >= most;
        if (of.size() < most) {
            of.add(moment);
        }
    }

    /** The moments of a kind in the order of time. */
    List<Moment> of(MomentKind kind) {
        return kinds.getOrDefault(kind, List.of()).stream().sorted(BY_TIME).toList();
    }

    void replace(MomentKind kind, List<Moment> moments) {
        kinds.put(kind, new ArrayList<>(moments));
    }

    List<Moment> all() {
        return kinds.values().stream().flatMap(List::stream).sorted(BY_TIME).toList();
    }

    boolean truncated() {
        return truncated;
    }

    /** What happened, and where. */
    record What(String text, Place where) {}
}
