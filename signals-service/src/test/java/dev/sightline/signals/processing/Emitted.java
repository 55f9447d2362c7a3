package dev.sightline.signals.processing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.event.SignalEmitted;
import dev.sightline.json.Json;
import dev.sightline.time.UuidV7;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Makes signals as sources emit them. */
public final class Emitted {

    private Emitted() {}

    /** A finding of a scanner that says something. */
    public static SignalEmitted finding(int projectId, String sourceId, String description, double weight) {
        return new SignalEmitted(
                projectId,
                UuidV7.next(),
                "replay_vision",
                "scanner_finding",
                sourceId,
                description,
                weight,
                findingExtra(),
                true,
                Instant.now());
    }

    /** An issue of GitHub, a source that has to be switched on. */
    public static SignalEmitted githubIssue(int projectId, String sourceId, String description) {
        ObjectNode extra = Json.mapper()
                .createObjectNode()
                .put("html_url", "https://github.com/acme/shop/issues/1")
                .put("number", 1)
                .put("created_at", "2026-01-01T00:00:00Z")
                .put("updated_at", "2026-01-01T00:00:00Z")
                .put("locked", false)
                .put("state", "open");
        extra.putArray("labels");
        return new SignalEmitted(
                projectId, UuidV7.next(), "github", "issue", sourceId, description, 1, extra, true, Instant.now());
    }

    private static ObjectNode findingExtra() {
        return Json.mapper()
                .createObjectNode()
                .put("scanner_id", UuidV7.next().toString())
                .put("scanner_name", "Broken buttons")
                .put("scanner_type", "monitor")
                .put("observation_id", UuidV7.next().toString())
                .put("session_id", "session-1")
                .put("confidence", 0.9)
                .put("problem_type", "bug")
                .put("start_time", 1.5)
                .put("end_time", 3.5)
                .put("url", "/cart");
    }

    /** The same as a body for {@code POST signals/emit}. */
    public static Map<String, Object> body(String description, double weight) {
        return Map.of(
                "source_product",
                "replay_vision",
                "source_type",
                "scanner_finding",
                "source_id",
                "observation:" + UuidV7.next(),
                "description",
                description,
                "weight",
                weight,
                "extra",
                findingExtra());
    }

    /** Two findings about the same button in other words. */
    public static List<SignalEmitted> deadCouponButton(int projectId) {
        return List.of(
                finding(
                        projectId,
                        "observation:1:0",
                        "Rage clicks on 'Apply coupon' at /cart\nThe visitor clicked 'Apply coupon' 7 times within 4 seconds."
                                + " Nothing on the page changed and no request was sent.",
                        0.5),
                finding(
                        projectId,
                        "observation:2:0",
                        "Dead click on 'Apply coupon' at /cart\nAfter typing a code into the coupon field the visitor pressed"
                                + " 'Apply coupon'. The page did not react for 5 seconds.",
                        0.5));
    }
}
