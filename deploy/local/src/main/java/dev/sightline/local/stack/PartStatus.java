package dev.sightline.local.stack;

import java.io.IOException;

/**
 * How a part is doing.
 *
 * @param ready whether it answers; parts without a readiness check count as ready while they live
 */
public record PartStatus(String name, ProcessHandle process, boolean ready) {

    static final String POSTGRES = "postgres";

    /** Resident memory in KiB: of Postgres, with all its processes, what they share counted once. */
    public long residentKib() throws IOException {
        return name.equals(POSTGRES) ? Memory.together(process) : Memory.resident(process);
    }
}
