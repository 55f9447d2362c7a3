package dev.sightline.model.provider;

import static dev.sightline.model.ModelException.Kind.NO_ANSWER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.model.ModelAnswer;
import dev.sightline.model.ModelAnswer.Usage;
import dev.sightline.model.ModelException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Anthropic's messages. */
class AnthropicTest {

    private static ProviderServer provider;

    @BeforeAll
    static void start() {
        provider = new ProviderServer();
    }

    @AfterAll
    static void stop() {
        provider.close();
    }

    private static String message(String content, String stopReason) {
        return """
                {"id": "msg_013Zva2CMHLNnXjNJJKqJ2EF", "type": "message", "role": "assistant",
                 "model": "claude-sonnet-4-5-20250929", "content": %s, "stop_reason": "%s", "stop_sequence": null,
                 "usage": {"input_tokens": 2095, "cache_creation_input_tokens": 0, "cache_read_input_tokens": 0,
                           "output_tokens": 503, "service_tier": "standard"}}""".formatted(content, stopReason);
    }

    @Test
    void hearsTheAnswerAndItsCost() {
        provider.answers(message("[{\"type\": \"text\", \"text\": \"{\\\"score\\\": 4}\"}]", "end_turn"));

        ModelAnswer answer = provider.ask(Provider.ANTHROPIC);

        assertEquals(new ModelAnswer("{\"score\": 4}", new Usage(2095, 503)), answer);
    }

    @Test
    void asksForStructuredOutputOfItsOwnWords() {
        provider.answers(message("[{\"type\": \"text\", \"text\": \"{}\"}]", "end_turn"));

        provider.ask(Provider.ANTHROPIC);

        JsonNode body = provider.lastBody();
        assertEquals("/v1/messages", provider.lastRequest().getUrl());
        assertEquals(ProviderServer.KEY, provider.lastRequest().getHeader("x-api-key"));
        assertEquals("structured-outputs-2025-11-13", provider.lastRequest().getHeader("anthropic-beta"));
        assertEquals(700, body.path("max_tokens").asInt());
        assertEquals("Judge.", body.at("/system/0/text").asText());
        assertEquals(3, body.path("messages").size());
        assertEquals("AQID", body.at("/messages/2/content/1/source/data").asText());
        JsonNode score = body.at("/output_format/schema/properties/score");
        assertEquals("number", score.path("type").asText());
        assertFalse(score.has("maximum"));
    }

    @Test
    void reportsARefusalAsRejected() {
        provider.answers(message("[]", "refusal"));

        ModelException failure = provider.failure(Provider.ANTHROPIC);

        assertEquals(ModelException.Kind.REJECTED, failure.kind());
    }

    @Test
    void reportsNoContentAsNoAnswer() {
        provider.answers(message("[]", "end_turn"));

        assertEquals(NO_ANSWER, provider.failure(Provider.ANTHROPIC).kind());
    }
}
