package dev.sightline.observability.run.judge;

import dev.sightline.model.ModelAnswer.Usage;

/** A judge's finding and what it took. */
public record Judgement(Finding finding, JudgeAccess judge, Usage usage) {}
