package dev.sightline.vision.analysis.conversation;

import dev.sightline.model.ModelException;
import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** The wait between two attempts at a provider that could not answer the first. */
final class Pause {

    private final ConversationLimits limits;

    Pause(ConversationLimits limits) {
        this.limits = limits;
    }

    /** Whether the provider may be able to answer soon. */
    boolean isWorthwhile(Throwable failure) {
        return failure instanceof ModelException e
                && e.kind() == ModelException.Kind.TRANSIENT
                && asked(e).compareTo(limits.longestPause()) <= 0;
    }

    Uni<Void> after(Throwable failure) {
        Duration wait = asked((ModelException) failure);
        Uni<Void> now = Uni.createFrom().voidItem();
        return wait.isZero() ? now : now.onItem().delayIt().by(wait);
    }

    private Duration asked(ModelException e) {
        return e.retryAfter().orElse(limits.pause());
    }
}
