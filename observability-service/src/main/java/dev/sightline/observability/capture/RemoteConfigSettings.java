package dev.sightline.observability.capture;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;
import java.util.OptionalInt;

/** What SDKs in browsers are told to do, the same for every project. */
@ConfigMapping(prefix = "sightline.remote-config")
interface RemoteConfigSettings {

    /** Whether sessions are recorded at all. */
    @WithDefault("true")
    boolean recordSessions();

    /** Share of the sessions that are recorded, as the text posthog-js expects, for example {@code 0.50}; all if absent. */
    Optional<String> sampleRate();

    /** Sessions shorter than this are not sent, in milliseconds. */
    OptionalInt minimumDuration();

    /** Whether console messages are recorded with the session. */
    @WithDefault("true")
    boolean recordConsole();

    /** Whether the timing and status of network requests are recorded; headers and bodies never are. */
    @WithDefault("true")
    boolean recordNetwork();

    /** Whether uncaught exceptions become events. */
    @WithDefault("true")
    boolean captureExceptions();
}
