package dev.sightline.vision.observation;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.JsonNode;

/** The scanner as it was when an observation of it began (spec/vision.md 9.1); later edits never rewrite it. */
@JsonPropertyOrder({"name", "scanner_type", "scanner_version", "model", "provider", "emits_signals", "scanner_config"})
public record ScannerSnapshot(
        String name,
        String scannerType,
        int scannerVersion,
        String model,
        String provider,
        boolean emitsSignals,
        JsonNode scannerConfig) {}
