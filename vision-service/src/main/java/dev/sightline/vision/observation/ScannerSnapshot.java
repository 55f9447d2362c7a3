package dev.sightline.vision.observation;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/** The scanner as it was when an observation of it began (spec/vision.md 9.1); later edits never rewrite it. */
@JsonPropertyOrder({"name", "scanner_type", "scanner_version", "model", "provider", "emits_signals", "scanner_config"})
public record ScannerSnapshot(
        String name,
        String scannerType,
        int scannerVersion,
        String model,
        String provider,
        boolean emitsSignals,
        JsonNode scannerConfig) {

    /** Stands for what can no longer be read: its observation must end all the same. */
    static final ScannerSnapshot UNREADABLE = new ScannerSnapshot("", "", 0, "", "", false, MissingNode.getInstance());
}
