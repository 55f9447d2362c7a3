package dev.sightline.observability.capture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * What posthog-js asks before it starts recording (spec/platform.md B.4). The fixed part is {@code remote-config.json}
 * beside this class.
 */
@ApplicationScoped
class RemoteConfig {

    private final ObjectNode template;

    RemoteConfig(RemoteConfigSettings settings) {
        this.template = read();
        template.put("autocaptureExceptions", settings.captureExceptions());
        template.withObject("/errorTracking").put("autocaptureExceptions", settings.captureExceptions());
        template.withObject("/capturePerformance").put("network_timing", settings.recordNetwork());
        if (settings.recordSessions()) {
            record(template.withObject("/sessionRecording"), settings);
        } else {
            template.put("sessionRecording", false);
        }
    }

    private static ObjectNode read() {
        try (InputStream file = RemoteConfig.class.getResourceAsStream("remote-config.json")) {
            return (ObjectNode) Json.mapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void record(ObjectNode recording, RemoteConfigSettings settings) {
        recording.put("consoleLogRecordingEnabled", settings.recordConsole());
        recording.put("sampleRate", settings.sampleRate().orElse(null));
        settings.minimumDuration().ifPresent(millis -> recording.put("minimumDurationMilliseconds", millis));
        if (!settings.recordNetwork()) {
            recording.putNull("networkPayloadCapture");
        }
    }

    /** The configuration of a project, as JSON. */
    ObjectNode of(String token) {
        ObjectNode config = Json.mapper().createObjectNode().put("token", token);
        return config.setAll(template.deepCopy());
    }

    /** The same as a script that leaves it where posthog-js looks. */
    String script(String token) {
        ObjectNode config = of(token);
        JsonNode siteApps = config.remove("siteApps");
        String global = "window._POSTHOG_REMOTE_CONFIG";
        return "(function(){%1$s=%1$s||{};%1$s[%2$s]={config:%3$s,siteApps:%4$s};})();"
                .formatted(global, Json.write(token), config, siteApps);
    }
}
