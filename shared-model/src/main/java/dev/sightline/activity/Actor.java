package dev.sightline.activity;

import dev.sightline.auth.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Who changes something.
 *
 * @param userId null for the system
 * @param client what the program calls itself, null if it does not
 */
public record Actor(@Nullable Integer userId, @Nullable String client) {

    /** Sightline itself: nobody did it by hand. */
    public static final Actor SYSTEM = new Actor(null, null);

    public static Actor of(Caller caller) {
        return new Actor(caller.person().id(), caller.client());
    }
}
