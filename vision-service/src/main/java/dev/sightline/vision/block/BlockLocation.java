package dev.sightline.vision.block;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code SIGHTLINE_VISION_BLOCKS} says. */
sealed interface BlockLocation {

    /** The rows of Postgres. */
    record Postgres() implements BlockLocation {}

    /**
     * A place in an object store.
     *
     * @param prefix of every key; empty, or ending with a slash
     */
    record Bucket(String name, String prefix) implements BlockLocation {

        String uri(String key) {
            return "s3://" + name + "/" + key;
        }
    }

    String SETTING = "SIGHTLINE_VISION_BLOCKS";

    Pattern BUCKET = Pattern.compile("s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:/([A-Za-z0-9!_.*'()/-]*))?");

    /** Anything else stops the service, in one line that names the setting. */
    static BlockLocation parse(String text) {
        if (text.equals("postgres")) {
            return new Postgres();
        }
        Matcher bucket = BUCKET.matcher(text);
        if (!bucket.matches()) {
            throw new ConfigurationException(
                    SETTING + " must be postgres or s3://bucket/prefix and is not: \"" + text + "\"");
        }
        return new Bucket(bucket.group(1), prefix(bucket.group(2)));
    }

    private static String prefix(String path) {
        String keys = path == null ? "" : path;
        return keys.isEmpty() || keys.endsWith("/") ? keys : keys + "/";
    }
}
