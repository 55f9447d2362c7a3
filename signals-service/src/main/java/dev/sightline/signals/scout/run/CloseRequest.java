package dev.sightline.signals.scout.run;

import dev.sightline.api.body.AllowBlank;
import dev.sightline.api.body.Nullable;
import dev.sightline.api.body.Required;
import jakarta.validation.constraints.Size;

/** How an outside agent ends its run. */
record CloseRequest(
        @Required Status status,
        @Nullable @AllowBlank @Size(max = 100_000) String summary,
        @Nullable @Size(max = 100_000) String error) {

    enum Status {
        COMPLETED,
        FAILED,
        CANCELLED
    }

    RunEnd end() {
        return switch (status) {
            case COMPLETED -> new RunEnd.Completed(text(summary));
            case FAILED -> new RunEnd.Failed(text(error));
            case CANCELLED -> new RunEnd.Cancelled(text(error));
        };
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }
}
