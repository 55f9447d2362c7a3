package dev.sightline.signals.activity;

import dev.sightline.auth.Caller;

/**
 * Who changes something through the API.
 *
 * @param client what the program calls itself, null if it does not
 */
public record Actor(int userId, String client) {

    public static Actor of(Caller caller) {
        return new Actor(caller.person().id(), caller.client());
    }
}
