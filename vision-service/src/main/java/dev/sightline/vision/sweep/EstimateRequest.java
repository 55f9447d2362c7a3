package dev.sightline.vision.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.api.body.DefaultTo;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;

/** What an estimate is wanted of; without a query, of every recording. */
record EstimateRequest(
        @DefaultTo("{}") JsonNode query,
        @DefaultTo("1.0") @DecimalMin("0") @DecimalMax("1") double samplingRate) {}
