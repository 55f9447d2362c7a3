package dev.sightline.vision.block;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.vision.block.BlockLocation.Bucket;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings that make no sense stop the service, in one line that says which it is. */
class BlockSettingsTest {

    private static final Map<String, String> STORE = Map.of(
            "sightline.vision.blocks", "s3://bucket",
            "sightline.vision.blocks.endpoint", "http://127.0.0.1:1/");

    @Test
    void blocksAreRowsUnlessSomebodySaysOtherwise() {
        assertInstanceOf(RowStorage.class, opened(Map.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "s3://bucket, bucket, ''",
        "s3://bucket/, bucket, ''",
        "s3://my.bucket-1/recordings, my.bucket-1, recordings/",
        "s3://bucket/a/b/, bucket, a/b/"
    })
    void readsABucketAndAPrefix(String text, String bucket, String prefix) {
        assertEquals(new Bucket(bucket, prefix), BlockLocation.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "s3", "s3://", "s3://b", "S3://bucket", "https://bucket/x", "/tmp", "s3://bucket/a b", "rows"
            })
    void namesTheSettingThatMakesNoSense(String text) {
        assertOneLine("SIGHTLINE_VISION_BLOCKS must be postgres or s3://bucket/prefix", BlockLocation::parse, text);
    }

    @Test
    void aKeyNeedsBothItsParts() {
        Map<String, String> settings = new HashMap<>(STORE);
        settings.put("sightline.vision.blocks.access-key-id", "name");

        assertOneLine("SIGHTLINE_VISION_BLOCKS_ACCESS_KEY_ID", BlockSettingsTest::opened, settings);
    }

    @Test
    void anEndpointWithoutASchemeIsNone() {
        Map<String, String> settings = new HashMap<>(STORE);
        settings.put("sightline.vision.blocks.endpoint", "//store");

        assertOneLine("SIGHTLINE_VISION_BLOCKS", BlockSettingsTest::opened, settings);
    }

    private interface Setting<T> {
        Object read(T value);
    }

    private static <T> void assertOneLine(String beginning, Setting<T> setting, T value) {
        String message = assertThrows(ConfigurationException.class, () -> setting.read(value))
                .getMessage();
        assertTrue(message.startsWith(beginning), message);
        assertFalse(message.contains("\n"), message);
    }

    private static BlockStorage opened(Map<String, String> settings) {
        return new BlockStorageProducer().open(GivenBlocks.config(settings), null, Clock.systemUTC());
    }
}
