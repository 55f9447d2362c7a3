package dev.sightline.signals.scout.agent;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What a run that asks a model may spend. */
@ConfigMapping(prefix = "sightline.scouts.agent")
interface AgentConfig {

    /** Answers of the model, each of which uses one tool. */
    @WithDefault("40")
    int steps();

    /** Tokens in and out, as the provider counts them. */
    @WithDefault("400000")
    long tokens();

    /** All of the run. */
    @WithDefault("30m")
    Duration time();

    /** Characters of a tool's answer that are shown to the model. */
    @WithDefault("20000")
    int answerLength();
}
