package dev.sightline.observability.run.judge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How judges are asked. */
@ConfigMapping(prefix = "sightline.evaluations.judge")
interface JudgeConfig {

    /** Attempts of one question. */
    @WithDefault("3")
    int attempts();

    /** Wait before the second attempt; doubles with each further one. */
    @WithDefault("10s")
    Duration firstWait();

    /** The longest wait between attempts. */
    @WithDefault("60s")
    Duration longestWait();

    /** One attempt. */
    @WithDefault("110s")
    Duration timeout();

    /** Tokens an answer may have, those a model thinks with included. */
    @WithDefault("8192")
    int answerTokens();

    /** Characters of a conversation that are shown to the judge; of a longer one the middle is left out. */
    @WithDefault("150000")
    int mostCharacters();
}
