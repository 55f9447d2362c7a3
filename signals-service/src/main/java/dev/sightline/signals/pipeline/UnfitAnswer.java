package dev.sightline.signals.pipeline;

/** A model's answer breaks a rule; the message says which, in words for the model. */
final class UnfitAnswer extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnfitAnswer(String rule) {
        super(rule);
    }
}
