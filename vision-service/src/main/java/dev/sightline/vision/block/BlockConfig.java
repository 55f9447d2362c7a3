package dev.sightline.vision.block;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Where the blocks of recordings are kept. */
@ConfigMapping(prefix = "sightline.vision.blocks")
public interface BlockConfig {

    /** For new blocks: {@code postgres}, or {@code s3://bucket/prefix}. Blocks stay where they were written. */
    @WithParentName
    @WithDefault("postgres")
    String location();

    /** The store's address where it is not Amazon's. */
    Optional<URI> endpoint();

    /** The region; otherwise as the environment or the machine says, with an endpoint {@code us-east-1}. */
    Optional<String> region();

    /** Whether the bucket is part of the path and not of the host; true by default with an endpoint. */
    Optional<Boolean> pathStyle();

    /** The name of a key. Without it credentials come from where Amazon's SDK looks: environment, files, machine. */
    Optional<String> accessKeyId();

    Optional<String> secretAccessKey();

    /** Longest time for one request, its repetitions included. */
    @WithDefault("1m")
    Duration timeout();

    /** How long an object may take from its announcement to the commit of its blocks before it counts as forgotten. */
    @WithDefault("1h")
    Duration orphanAge();
}
