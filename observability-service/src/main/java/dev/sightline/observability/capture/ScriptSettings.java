package dev.sightline.observability.capture;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where the scripts for pages are. */
@ConfigMapping(prefix = "sightline.static")
interface ScriptSettings {

    /** Holds a folder for each version of posthog-js, named by it, with the scripts of the package; none if absent. */
    Optional<Path> folder();
}
