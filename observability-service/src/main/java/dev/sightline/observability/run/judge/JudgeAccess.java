package dev.sightline.observability.run.judge;

import dev.sightline.model.LanguageModel;
import dev.sightline.observability.evaluation.key.ProviderKey;

/** A judge that can be asked. */
public record JudgeAccess(ProviderKey key, String model, LanguageModel languageModel) {}
