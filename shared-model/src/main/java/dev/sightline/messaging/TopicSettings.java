package dev.sightline.messaging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** How topics are created. Topics that exist are left as they are. */
@ConfigMapping(prefix = "sightline.topics")
interface TopicSettings {

    /** Whether the service may create them; where somebody else does, it only uses them. */
    @WithDefault("true")
    boolean create();

    /** Partitions of a topic; they bound how many consumers share its work. */
    @WithDefault("8")
    int partitions();

    /** Partitions of single topics by name. */
    Map<String, Integer> partitionsOf();

    /** Copies of each partition; absent: as many as the broker makes by default. */
    Optional<Short> replicationFactor();

    /** Largest record in bytes; snapshot batches are the largest. */
    @WithDefault("33554432")
    int maxMessageBytes();

    /** How long dead letters wait for somebody to look at them. */
    @WithDefault("30d")
    Duration deadLetterRetention();
}
