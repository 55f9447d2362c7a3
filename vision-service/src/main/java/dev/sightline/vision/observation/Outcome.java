package dev.sightline.vision.observation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.event.SignalEmitted;
import dev.sightline.model.ModelAnswer.Usage;
import java.util.List;

/** How an observation ended. There are three ways and no other. */
sealed interface Outcome {

    ObservationStatus status();

    /** {@code kind:text} (spec/vision.md 9.4), empty for a success. */
    String errorReason();

    /** The model's validated answer and what it noticed on the way. */
    record Succeeded(JsonNode modelOutput, List<SignalEmitted> signals, Usage usage) implements Outcome {

        @Override
        public ObservationStatus status() {
            return ObservationStatus.SUCCEEDED;
        }

        @Override
        public String errorReason() {
            return "";
        }
    }

    /** Nothing was wrong with us: the session is not one that can be looked at. */
    record Ineligible(String errorReason) implements Outcome {

        @Override
        public ObservationStatus status() {
            return ObservationStatus.INELIGIBLE;
        }
    }

    record Failed(String errorReason) implements Outcome {

        @Override
        public ObservationStatus status() {
            return ObservationStatus.FAILED;
        }
    }
}
