package dev.sightline.signals.report;

import dev.sightline.api.ApiException;
import dev.sightline.api.Patch;
import dev.sightline.api.body.AllowBlank;
import dev.sightline.api.body.Nullable;
import dev.sightline.api.body.Required;
import dev.sightline.signals.report.state.ReportStatus;
import dev.sightline.signals.report.state.WantedState;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/** Bodies that the routes of reports take. */
final class ReportRequests {

    private ReportRequests() {}

    /** States that a person may ask for. */
    enum State {
        SUPPRESSED(ReportStatus.SUPPRESSED),
        POTENTIAL(ReportStatus.POTENTIAL),
        RESOLVED(ReportStatus.RESOLVED);

        final ReportStatus status;

        State(ReportStatus status) {
            this.status = status;
        }
    }

    /** Another state for one report, and why. */
    record ChangeState(
            @Required State state,
            @Nullable DismissalReason dismissalReason,
            @Nullable @AllowBlank @Size(max = 4000) String dismissalNote,
            @Nullable @Min(1) @Max(100_000) Integer snoozeFor) {

        WantedState wanted() {
            return new WantedState(state.status, snoozeFor);
        }

        boolean explained() {
            return dismissalReason != null || dismissalNote != null && !dismissalNote.isEmpty();
        }
    }

    /** The same for several reports. */
    record ChangeStates(
            @Required State state,
            @Nullable DismissalReason dismissalReason,
            @Nullable @AllowBlank @Size(max = 4000) String dismissalNote,
            @Nullable @Min(1) @Max(100_000) Integer snoozeFor,
            @Required @Size(min = 1, max = 100) List<UUID> ids) {

        ChangeState each() {
            return new ChangeState(state, dismissalReason, dismissalNote, snoozeFor);
        }
    }

    /** Another title or summary. */
    record Reword(
            @Size(max = 300) Patch<String> title,
            @Size(max = 10_000) Patch<String> summary) {

        Reword {
            if (!title.present() && !summary.present()) {
                throw ApiException.invalid(null, "Send a title or a summary.");
            }
        }
    }
}
