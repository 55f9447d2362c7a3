package dev.sightline.signals.processing.run;

import dev.sightline.messaging.Failures;
import dev.sightline.model.ModelException;
import dev.sightline.signals.github.GithubRefusal;

/** Tells what is away for the moment, so that a run may be put off, from what is wrong with the report. */
final class Passing {

    private Passing() {}

    static boolean is(Throwable failure) {
        return failure instanceof ModelException model && model.kind() == ModelException.Kind.TRANSIENT
                || failure instanceof GithubRefusal
                || Failures.isTransient(failure);
    }

    static boolean isNot(Throwable failure) {
        return !is(failure);
    }

    /** What is away, in words for the report's error. */
    static String cause(Throwable failure) {
        if (failure instanceof ModelException) {
            return "The language model was away.";
        }
        return failure instanceof GithubRefusal ? "GitHub did not answer." : "Something it needs was away.";
    }
}
