package dev.sightline.vision.block;

import dev.sightline.vision.recording.RecordingConfig;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** The parts that keep blocks, made without a service. */
public record GivenBlocks(BlockStorage storage, LooseObjects objects, ObjectSweep sweep) {

    private static final int CONVERTER_PRIORITY = 200;

    public static GivenBlocks of(Pool pool, Map<String, String> settings) {
        BlockConfig config = config(settings);
        LooseObjects objects = new LooseObjects(pool, config);
        BlockStorage storage = new BlockStorageProducer().open(config, objects, Clock.systemUTC());
        return new GivenBlocks(storage, objects, new ObjectSweep(pool, storage));
    }

    static BlockConfig config(Map<String, String> settings) {
        return mapped(BlockConfig.class, settings);
    }

    public static RecordingConfig recordings(Map<String, String> settings) {
        return mapped(RecordingConfig.class, settings);
    }

    private static <T> T mapped(Class<T> mapping, Map<String, String> settings) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .withMapping(mapping)
                .withConverter(Duration.class, CONVERTER_PRIORITY, new DurationConverter());
        settings.forEach(builder::withDefaultValue);
        return builder.build().getConfigMapping(mapping);
    }
}
