package dev.sightline.vision.scanner;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;

/**
 * One save of a scanner: applies what was sent and works out what follows from it (spec/vision.md 6). A new version
 * when what is looked for or how changes, a stale estimate when how much changes, a fresh watermark on re-enabling.
 */
final class ScannerChange {

    /** What an observation is made with: a difference in it is another version. */
    private record Probe(
            JsonNode config, JsonNode query, double rate, String provider, String model, boolean emitsSignals) {

        static Probe of(ScannerEntity scanner) {
            return new Probe(
                    scanner.scannerConfig,
                    scanner.query,
                    scanner.samplingRate,
                    scanner.provider,
                    scanner.model,
                    scanner.emitsSignals);
        }

        boolean selectsLike(Probe other) {
            return query.equals(other.query) && rate == other.rate;
        }
    }

    private final ScannerEntity scanner;
    private final Probe before;
    private final boolean wasEnabled;

    ScannerChange(ScannerEntity scanner) {
        this.scanner = scanner;
        this.before = Probe.of(scanner);
        this.wasEnabled = scanner.enabled;
    }

    void apply(PatchScanner patch) {
        scanner.name = patch.name().or(scanner.name);
        scanner.description = patch.description().or(scanner.description);
        scanner.scannerConfig = patch.scannerConfig().or(scanner.scannerConfig);
        patch.query().ifPresent(sent -> scanner.query = SessionQuery.checked(sent));
        scanner.samplingRate = patch.samplingRate().or(scanner.samplingRate);
        scanner.provider = patch.provider().or(scanner.provider);
        scanner.model = patch.model().or(scanner.model);
        scanner.enabled = patch.enabled().or(scanner.enabled);
        scanner.emitsSignals = patch.emitsSignals().or(scanner.emitsSignals);
    }

    /** Whether it was off and is on. */
    boolean enables() {
        return scanner.enabled && !wasEnabled;
    }

    void conclude(Instant now, Duration settle) {
        Probe after = Probe.of(scanner);
        if (!after.equals(before)) {
            scanner.scannerVersion++;
        }
        if (!after.selectsLike(before)) {
            scanner.estimatedAt = null;
        }
        if (enables()) {
            scanner.lastSweptAt = now.minus(settle);
            scanner.lastSweptSessionId = null;
        }
        scanner.updatedAt = now;
    }
}
