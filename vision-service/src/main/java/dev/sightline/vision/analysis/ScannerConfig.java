package dev.sightline.vision.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;

/** What a scanner is asked to do, per type, with the defaults of spec/vision.md 4 applied. */
public sealed interface ScannerConfig {

    String prompt();

    ScannerType type();

    /**
     * Reads a configuration by the rules of spec/vision.md 4.
     *
     * @throws InvalidScannerConfig with the one message that belongs to the attribute {@code scanner_config}
     */
    static ScannerConfig read(ScannerType type, JsonNode json) {
        return ConfigReader.read(type, json);
    }

    /** Asks whether something happened. */
    record Monitor(String prompt, boolean allowInconclusive) implements ScannerConfig {
        @Override
        public ScannerType type() {
            return ScannerType.MONITOR;
        }
    }

    /** Asks which of some tags fit. */
    record Classifier(String prompt, List<String> tags, boolean multiLabel, boolean allowFreeformTags)
            implements ScannerConfig {
        public Classifier {
            tags = List.copyOf(tags);
        }

        @Override
        public ScannerType type() {
            return ScannerType.CLASSIFIER;
        }
    }

    /** Asks for a number on a scale. */
    record Scorer(String prompt, Scale scale) implements ScannerConfig {
        @Override
        public ScannerType type() {
            return ScannerType.SCORER;
        }
    }

    /** Asks for an account of the session. */
    record Summarizer(String prompt, Length length) implements ScannerConfig {
        @Override
        public ScannerType type() {
            return ScannerType.SUMMARIZER;
        }
    }

    /**
     * The range of a score, both ends included.
     *
     * @param label what the number means, or null
     */
    record Scale(double min, double max, String label) {}

    /** How much a summary says. */
    enum Length {
        SHORT,
        MEDIUM,
        LONG;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
