package dev.sightline.model.provider;

import static dev.sightline.model.ModelException.Kind.NO_ANSWER;
import static dev.sightline.model.ModelException.Kind.REJECTED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.model.ModelAnswer;
import dev.sightline.model.ModelAnswer.Usage;
import dev.sightline.model.ModelException;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** OpenAI's chat completions, its own and as others speak it. */
class OpenAiTest {

    private static ProviderServer provider;

    @BeforeAll
    static void start() {
        provider = new ProviderServer();
    }

    @AfterAll
    static void stop() {
        provider.close();
    }

    private static String completion(String message, String finishReason) {
        return """
                {"id": "chatcmpl-B9MBs8CjcvOU2jLn4n570S5qMJKcT", "object": "chat.completion", "created": 1741569952,
                 "model": "gpt-4.1-2025-04-14",
                 "choices": [{"index": 0, "message": %s, "logprobs": null, "finish_reason": "%s"}],
                 "usage": {"prompt_tokens": 19, "completion_tokens": 10, "total_tokens": 29,
                           "prompt_tokens_details": {"cached_tokens": 0, "audio_tokens": 0},
                           "completion_tokens_details": {"reasoning_tokens": 0, "accepted_prediction_tokens": 0}},
                 "service_tier": "default", "system_fingerprint": null}""".formatted(message, finishReason);
    }

    private static String said(String content) {
        return completion(
                "{\"role\": \"assistant\", \"content\": \"%s\", \"refusal\": null, \"annotations\": []}"
                        .formatted(content),
                "stop");
    }

    @ParameterizedTest
    @EnumSource(
            value = Provider.class,
            names = {"OPENAI", "OPENAI_COMPATIBLE"})
    void hearsTheAnswerAndItsCost(Provider spoken) {
        provider.answers(said("{\\\"score\\\": 4}"));

        ModelAnswer answer = provider.ask(spoken);

        assertEquals(new ModelAnswer("{\"score\": 4}", new Usage(19, 10)), answer);
    }

    @Test
    void asksForAClosedSchemaOfItsOwnWords() {
        provider.answers(said("{}"));

        provider.ask(Provider.OPENAI);

        JsonNode body = provider.lastBody();
        assertEquals("/v1/chat/completions", provider.lastRequest().getUrl());
        assertEquals("Bearer " + ProviderServer.KEY, provider.lastRequest().getHeader("Authorization"));
        assertEquals("some-model", body.path("model").asText());
        assertEquals(700, body.path("max_completion_tokens").asInt());
        assertEquals(0.0, body.path("temperature").doubleValue());
        JsonNode format = body.path("response_format").path("json_schema");
        assertEquals("verdict", format.path("name").asText());
        assertTrue(format.path("strict").booleanValue());
        JsonNode members = format.path("schema").path("properties");
        assertEquals(5, members.path("score").path("maximum").asInt());
        assertFalse(members.path("reason").has("maxLength"));
        assertEquals(4, body.path("messages").size());
        JsonNode picture = body.path("messages").path(3).path("content").path(1).path("image_url");
        assertEquals("data:image/png;base64,AQID", picture.path("url").asText());
    }

    @Test
    void asksCompatibleServersWithTheOldNameOfTheTokenLimit() {
        provider.answers(said("{}"));

        provider.ask(Provider.OPENAI_COMPATIBLE);

        assertEquals(700, provider.lastBody().path("max_tokens").asInt());
        assertFalse(provider.lastBody().has("max_completion_tokens"));
    }

    @Test
    void sendsNoTemperatureToModelsThatReason() {
        provider.answers(said("{}"));

        provider.model(Provider.OPENAI)
                .answer(ProviderServer.question("gpt-5-mini", ProviderServer.PATIENCE))
                .await()
                .atMost(ProviderServer.PATIENCE);

        assertFalse(provider.lastBody().has("temperature"));
    }

    @Test
    void asksACompatibleServerWithoutAKey() {
        provider.answers(said("{}"));
        ProviderAccess keyless =
                new ProviderAccess(Provider.OPENAI_COMPATIBLE, null, URI.create(provider.server.baseUrl()));

        provider.models()
                .open(keyless)
                .answer(ProviderServer.question())
                .await()
                .atMost(ProviderServer.PATIENCE);

        assertFalse(provider.lastRequest().containsHeader("Authorization"));
    }

    @Test
    void reportsARefusalAsRejected() {
        provider.answers(completion(
                "{\"role\": \"assistant\", \"content\": null, \"refusal\": \"I cannot say that about Ada.\"}", "stop"));

        ModelException failure = provider.failure(Provider.OPENAI);

        assertEquals(REJECTED, failure.kind(), () -> String.valueOf(failure.getCause()));
        assertEquals("The model refused to answer.", failure.getMessage());
    }

    @Test
    void reportsFilteredContentAsRejected() {
        provider.answers(
                completion("{\"role\": \"assistant\", \"content\": null, \"refusal\": null}", "content_filter"));

        assertEquals(REJECTED, provider.failure(Provider.OPENAI).kind());
    }

    @Test
    void reportsNoChoicesAsNoAnswer() {
        provider.answers("{\"id\": \"x\", \"object\": \"chat.completion\", \"model\": \"m\", \"choices\": []}");

        assertEquals(NO_ANSWER, provider.failure(Provider.OPENAI).kind());
    }

    @Test
    void handsOutTruncatedJsonAsItIs() {
        provider.answers(completion(
                "{\"role\": \"assistant\", \"content\": \"{\\\"reason\\\": \\\"bec\", \"refusal\": null}", "length"));

        assertEquals("{\"reason\": \"bec", provider.ask(Provider.OPENAI).text());
    }
}
