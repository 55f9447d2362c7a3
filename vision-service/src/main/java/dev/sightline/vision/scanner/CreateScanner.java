package dev.sightline.vision.scanner;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.api.body.AllowBlank;
import dev.sightline.api.body.DefaultTo;
import dev.sightline.api.body.Required;
import dev.sightline.vision.analysis.ScannerType;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Size;

/** The body that makes a scanner (spec/vision.md 3). */
record CreateScanner(
        @Required @Size(max = 255) String name,
        @AllowBlank @DefaultTo("") @Size(max = 1000) String description,
        @Required ScannerType scannerType,
        @Required JsonNode scannerConfig,
        @DefaultTo("{}") JsonNode query,
        @DefaultTo("1.0") @DecimalMin("0") @DecimalMax("1") double samplingRate,
        String provider,
        @Required @Size(max = 100) String model,
        @DefaultTo("true") boolean enabled,
        @DefaultTo("false") boolean emitsSignals) {}
