package dev.sightline.signals.pipeline;

import java.util.Arrays;
import java.util.List;

/** How urgent a report is (spec/signals.md 2.10). */
public enum Priority {
    /** Critical: outage, data loss, security. */
    P0,
    /** Many users hurt, or a significant regression. */
    P1,
    /** Contained, or with a workaround. */
    P2,
    /** Minor. */
    P3,
    /** Cosmetic. */
    P4;

    static List<String> texts() {
        return Arrays.stream(values()).map(Priority::name).toList();
    }
}
