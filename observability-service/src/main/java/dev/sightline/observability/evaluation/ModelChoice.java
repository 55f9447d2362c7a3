package dev.sightline.observability.evaluation;

import dev.sightline.observability.evaluation.key.JudgeProvider;
import java.util.UUID;

/**
 * The model an evaluation was told to use.
 *
 * @param keyId the key it is pinned to; null for the project's active one
 * @param keyName null if there is no such key
 */
public record ModelChoice(JudgeProvider provider, String model, UUID keyId, String keyName) {}
