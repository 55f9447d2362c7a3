package dev.sightline.observability.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.testing.ServersResource;
import dev.sightline.testing.TestDirectory;
import dev.sightline.testing.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The scripts that pages load (spec/platform.md B.4). */
@QuarkusTest
@QuarkusTestResource(ServersResource.class)
class ScriptsTest {

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @ParameterizedTest
    @CsvSource({
        "/static/1.9.0/recorder.js, 1.9.0, 'public, max-age=31536000, immutable'",
        "/static/1.10.0/recorder.js, 1.10.0, 'public, max-age=31536000, immutable'",
        "/static/recorder.js?v=1.9.0, 1.9.0, 'public, max-age=31536000, immutable'",
        "/static/recorder.js, 1.10.0, 'public, max-age=60'",
        "/static/array.js, 1.10.0, 'public, max-age=60'"
    })
    void answersTheScriptOfTheVersion(String path, String version, String life) {
        HttpResponse<String> answer = get(path, Map.of("Origin", "https://shop.example"));

        assertEquals(200, answer.statusCode());
        assertTrue(answer.body().endsWith("='" + version + "';\n"), answer.body());
        assertEquals("application/javascript; charset=utf-8", header(answer, "Content-Type"));
        assertEquals(life, header(answer, "Cache-Control"));
        assertEquals("https://shop.example", header(answer, "Access-Control-Allow-Origin"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/static/1.8.0/recorder.js",
                "/static/recorder.js?v=1.8.0",
                "/static/recorder.js?v=../1.9.0",
                "/static/1.10.0/surveys.js",
                "/static/1.10.0/notes.txt",
                "/static/notes/array.js",
                "/static/1.10.0/..%2F1.9.0%2Frecorder.js",
                "/static/%2E%2E/application.properties"
            })
    void hasNothingElse(String path) {
        assertEquals(404, get(path, Map.of()).statusCode());
    }

    @Test
    void answersTheLibraryWithItsConfiguration() {
        String token = TestDirectory.newProject().captureToken();

        String script = get("/array/" + token + "/array.js", Map.of()).body();

        assertTrue(script.contains("window._POSTHOG_REMOTE_CONFIG[\"" + token + "\"]={config:"), script);
        assertTrue(script.endsWith("window.library='1.10.0';\n"), script);
        assertEquals(404, get("/array/phc_nobody/array.js", Map.of()).statusCode());
    }

    private HttpResponse<String> get(String path, Map<String, String> headers) {
        return new Wire(port).send("GET", path, headers, new byte[0]);
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
