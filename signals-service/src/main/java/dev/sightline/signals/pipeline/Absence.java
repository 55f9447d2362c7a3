package dev.sightline.signals.pipeline;

import dev.sightline.model.ModelException;

/** Why a stage decided by its local rule; its reason says so in these words. */
public enum Absence {
    NOT_CONFIGURED("no language model configured"),
    /** It was away for longer than signals shall wait. */
    AWAY("the language model was away"),
    /** It refused, or what it said never held. */
    OF_NO_USE("the language model gave no usable answer");

    private final String text;

    Absence(String text) {
        this.text = text;
    }

    /** Whether asking again would not help; a model that is away may come back. */
    static boolean isOfNoUse(Throwable failure) {
        return failure instanceof ModelException model && model.kind() != ModelException.Kind.TRANSIENT;
    }

    @Override
    public String toString() {
        return text;
    }
}
