package dev.sightline.vision.scanner;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.api.ApiException;
import dev.sightline.vision.analysis.InvalidScannerConfig;
import dev.sightline.vision.analysis.ScannerConfig;
import dev.sightline.vision.analysis.ScannerType;

/** The rules a scanner must keep that need more than one look at a field (spec/vision.md 3, 4). */
final class ScannerRules {

    /** The sample is drawn in ten-thousandths: less than one would select nothing without saying so. */
    private static final double LEAST_RATE = 0.0001;

    private ScannerRules() {}

    static void checkConfig(ScannerType type, JsonNode config) {
        try {
            ScannerConfig.read(type, config);
        } catch (InvalidScannerConfig e) {
            throw ApiException.invalid("scanner_config", e.getMessage());
        }
    }

    static void checkRate(double rate) {
        if (rate > 0 && rate < LEAST_RATE) {
            throw ApiException.invalid(
                    "sampling_rate", "A sampling rate is 0 or at least 0.0001: a finer sample cannot be drawn.");
        }
    }

    static void checkSameType(String stored, ScannerType sent) {
        if (!stored.equals(sent.label())) {
            throw ApiException.invalid("scanner_type", "The type of a scanner cannot be changed.");
        }
    }

    static ApiException nameTaken() {
        return ApiException.invalid("name", "unique", "A scanner with this name exists already.");
    }
}
