package dev.sightline.vision.observation;

import java.util.Set;

/**
 * An observation by what may still become of it (spec/vision.md 9.2). Only what is in flight can end, and only what came
 * to no result can be retried; every change of state is a method of the state it starts from.
 *
 * <pre>
 *  InFlight (pending, running) ──► Succeeded
 *      ▲                      └──► WithoutResult (failed, ineligible)
 *      └── retry: another row ────────┘
 * </pre>
 */
sealed interface ObservationState {

    StoredObservation row();

    static ObservationState of(StoredObservation row) {
        return switch (row.status()) {
            case PENDING, RUNNING -> new InFlight(row);
            case SUCCEEDED -> new Succeeded(row);
            case FAILED, INELIGIBLE -> new WithoutResult(row);
        };
    }

    /** Waits for a worker, or has one. */
    record InFlight(StoredObservation row) implements ObservationState {

        public InFlight {
            require(row, ObservationStatus.PENDING, ObservationStatus.RUNNING);
        }

        Ended ended(Outcome outcome) {
            return new Ended(row, outcome);
        }
    }

    /** Has an answer, for good. */
    record Succeeded(StoredObservation row) implements ObservationState {

        public Succeeded {
            require(row, ObservationStatus.SUCCEEDED);
        }
    }

    /** Failed, or was not worth looking at. */
    record WithoutResult(StoredObservation row) implements ObservationState {

        public WithoutResult {
            require(row, ObservationStatus.FAILED, ObservationStatus.INELIGIBLE);
        }

        /** Another look at the same session, by the scanner as it is now. */
        ObservationStarter.Start again(ScannerSnapshot now, Trigger trigger) {
            return new ObservationStarter.Start(row.projectId(), row.scannerId(), now, row.sessionId(), trigger);
        }
    }

    /** What was in flight, and how it ended; not stored yet. */
    record Ended(StoredObservation row, Outcome outcome) {}

    private static void require(StoredObservation row, ObservationStatus... possible) {
        if (!Set.of(possible).contains(row.status())) {
            throw new IllegalArgumentException(
                    "An observation that is " + row.status().wire() + " is not of this state");
        }
    }
}
