package dev.sightline.signals.github;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How GitHub is asked. */
@ConfigMapping(prefix = "sightline.github")
interface GithubConfig {

    /** Wait for a connection. */
    @WithDefault("5s")
    Duration connectTimeout();

    /** Wait for an answer; comparing two branches takes GitHub a while. */
    @WithDefault("30s")
    Duration timeout();

    /** Most bytes of an answer that are read; the rest is left with GitHub. */
    @WithDefault("4500000")
    int maxBytes();
}
