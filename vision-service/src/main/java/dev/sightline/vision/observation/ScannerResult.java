package dev.sightline.vision.observation;

import com.fasterxml.jackson.databind.JsonNode;

/** {@code scanner_result} of an observation: the answer, and how many signals went out with it. */
record ScannerResult(JsonNode modelOutput, int signalsCount) {

    static ScannerResult of(Outcome.Succeeded success) {
        return new ScannerResult(success.modelOutput(), success.signals().size());
    }
}
