package dev.sightline.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.posthog.server.PostHog;
import com.posthog.server.PostHogCaptureOptions;
import com.posthog.server.PostHogConfig;
import com.posthog.server.PostHogInterface;
import dev.sightline.local.endtoend.LocalStack;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** {@code com.posthog:posthog-server}. */
final class ServerClient {

    private final LocalStack stack;
    private final StoredEvents stored;

    ServerClient(LocalStack stack) {
        this.stack = stack;
        this.stored = new StoredEvents(stack.client());
    }

    /** The scenarios by their names. */
    Map<String, Runnable> scenarios() {
        return Map.of(
                "events, identities and groups are stored as sent", this::storesWhatWasSent,
                "events keep their order", this::keepsTheOrder,
                "flags are off", this::hasNoFlags);
    }

    private void storesWhatWasSent() {
        String ada = StoredEvents.somebody();
        Instant at = Instant.now().minusSeconds(90).truncatedTo(ChronoUnit.MILLIS);
        use(
                posthog -> {
                    posthog.identify(ada, Map.of("plan", "pro"), Map.of("first_seen", "server"));
                    posthog.alias(ada, ada + "-phone");
                    posthog.group(ada, "company", "acme", Map.of("size", 3));
                    posthog.capture(
                            ada,
                            "order placed",
                            PostHogCaptureOptions.builder()
                                    .property("total", 12.5)
                                    .property("list", List.of("a", "ü"))
                                    .group("company", "acme")
                                    .timestamp(at)
                                    .build());
                },
                () -> assertStored(ada, at));
    }

    private void assertStored(String ada, Instant at) {
        JsonNode order = stored.await(ada, "order placed", 1).get(0);
        assertEquals(12.5, order.at("/properties/total").asDouble());
        assertEquals("[\"a\",\"ü\"]", order.at("/properties/list").toString());
        assertEquals("acme", order.at("/properties/$groups/company").asText());
        assertEquals("posthog-server", order.at("/properties/$lib").asText());
        assertFalse(Instant.parse(order.path("timestamp").asText()).isAfter(at.plusSeconds(60)));
        JsonNode identified = stored.await(ada, "$identify", 1).get(0);
        assertEquals("pro", identified.at("/properties/$set/plan").asText());
        assertEquals("server", identified.at("/properties/$set_once/first_seen").asText());
        stored.await(ada, "$create_alias", 1);
        assertEquals(
                3,
                stored.await(ada, "$groupidentify", 1)
                        .get(0)
                        .at("/properties/$group_set/size")
                        .asInt());
    }

    /** A second apart: the clock is corrected for each request by what its way took. */
    private void keepsTheOrder() {
        String ada = StoredEvents.somebody();
        Instant start = Instant.now().minusSeconds(600).truncatedTo(ChronoUnit.MILLIS);
        use(
                posthog -> IntStream.range(0, 200)
                        .forEach(n -> posthog.capture(
                                ada,
                                "step",
                                PostHogCaptureOptions.builder()
                                        .property("n", n)
                                        .timestamp(start.plusSeconds(n))
                                        .build())),
                () -> stored.await(ada, "step", 200));

        List<Integer> newestFirst = StreamSupport.stream(
                        stored.await(ada, "step", 200).spliterator(), false)
                .map(event -> event.at("/properties/n").asInt())
                .toList();
        assertEquals(IntStream.range(0, 200).mapToObj(n -> 199 - n).toList(), newestFirst);
    }

    private void hasNoFlags() {
        use(posthog -> assertFalse(posthog.isFeatureEnabled("ada", "anything", false)));
    }

    private void use(Consumer<PostHogInterface> work) {
        use(work, () -> {});
    }

    /** The client's close does not wait for what its flush has begun, so what is expected is looked for before. */
    private void use(Consumer<PostHogInterface> work, Runnable check) {
        PostHogInterface posthog = PostHog.with(PostHogConfig.builder(LocalStack.TOKEN)
                .host(stack.address().toString())
                .build());
        try {
            work.accept(posthog);
            posthog.flush();
            check.run();
        } finally {
            posthog.close();
        }
    }
}
