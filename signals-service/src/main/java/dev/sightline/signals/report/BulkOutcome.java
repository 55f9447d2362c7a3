package dev.sightline.signals.report;

import dev.sightline.api.ApiException;
import dev.sightline.signals.report.state.IllegalTransition;
import dev.sightline.signals.report.state.IncompleteTransition;
import dev.sightline.signals.report.state.ReportStatus;
import java.util.List;
import java.util.UUID;

/**
 * What became of one report of several (spec/signals.md 4.5).
 *
 * @param status the new status, null unless it changed
 * @param detail why it did not, null if it did
 */
record BulkOutcome(UUID id, Outcome outcome, String status, String detail) {

    enum Outcome {
        TRANSITIONED,
        SKIPPED,
        FAILED,
        NOT_FOUND
    }

    static BulkOutcome changed(UUID id, ReportStatus status) {
        return new BulkOutcome(id, Outcome.TRANSITIONED, status.text(), null);
    }

    /** Whether a failure concerns the one report only. */
    static boolean isRefusal(Throwable failure) {
        return failure instanceof IllegalTransition
                || failure instanceof IncompleteTransition
                || failure instanceof ApiException;
    }

    /** Why a report stayed as it was. */
    static BulkOutcome unchanged(UUID id, Throwable failure) {
        if (failure instanceof IllegalTransition) {
            return new BulkOutcome(id, Outcome.SKIPPED, null, failure.getMessage());
        }
        if (failure instanceof IncompleteTransition) {
            return new BulkOutcome(id, Outcome.FAILED, null, failure.getMessage());
        }
        return new BulkOutcome(id, Outcome.NOT_FOUND, null, "There is no such report.");
    }

    /** All outcomes and how many there were of each kind. */
    record Summary(
            List<BulkOutcome> results,
            long transitionedCount,
            long skippedCount,
            long failedCount,
            long notFoundCount) {

        static Summary of(List<BulkOutcome> results) {
            return new Summary(
                    results,
                    count(results, Outcome.TRANSITIONED),
                    count(results, Outcome.SKIPPED),
                    count(results, Outcome.FAILED),
                    count(results, Outcome.NOT_FOUND));
        }

        private static long count(List<BulkOutcome> results, Outcome outcome) {
            return results.stream().filter(one -> one.outcome() == outcome).count();
        }
    }
}
