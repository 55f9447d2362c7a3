package dev.sightline.observability.evaluation;

/** Who judges. */
public enum EvaluationType {
    LLM_JUDGE,
    HOG
}
