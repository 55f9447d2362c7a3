package dev.sightline.vision.scanner;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.api.Patch;
import dev.sightline.api.body.AllowBlank;
import dev.sightline.vision.analysis.ScannerType;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Size;

/** The body that changes a scanner; what is absent stays as it is. */
record PatchScanner(
        @Size(max = 255) Patch<String> name,
        @AllowBlank @Size(max = 1000) Patch<String> description,
        Patch<ScannerType> scannerType,
        Patch<JsonNode> scannerConfig,
        Patch<JsonNode> query,
        @DecimalMin("0") @DecimalMax("1") Patch<Double> samplingRate,
        Patch<String> provider,
        @Size(max = 100) Patch<String> model,
        Patch<Boolean> enabled,
        Patch<Boolean> emitsSignals) {}
