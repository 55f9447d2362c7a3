package dev.sightline.model.provider;

import static dev.sightline.model.ModelException.Kind.NO_ANSWER;
import static dev.sightline.model.ModelException.Kind.REJECTED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.model.ModelAnswer;
import dev.sightline.model.ModelAnswer.Usage;
import dev.sightline.model.ModelException;
import dev.sightline.model.ModelRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Gemini's generateContent. */
class GoogleTest {

    private static ProviderServer provider;

    @BeforeAll
    static void start() {
        provider = new ProviderServer();
    }

    @AfterAll
    static void stop() {
        provider.close();
    }

    private static String generated(String parts, String finishReason) {
        return """
                {"candidates": [{"content": {"parts": %s, "role": "model"}, "finishReason": "%s", "index": 0}],
                 "usageMetadata": {"promptTokenCount": 264, "candidatesTokenCount": 80, "totalTokenCount": 400,
                                   "thoughtsTokenCount": 56,
                                   "promptTokensDetails": [{"modality": "TEXT", "tokenCount": 264}]},
                 "modelVersion": "gemini-3-flash-preview", "responseId": "dGhpcyBpcyBpdA"}""".formatted(parts, finishReason);
    }

    @Test
    void hearsTheAnswerAndCountsThoughtsAsOutput() {
        provider.answers(generated("[{\"text\": \"{\\\"score\\\": 4}\", \"thoughtSignature\": \"CpoB\"}]", "STOP"));

        ModelAnswer answer = provider.ask(Provider.GOOGLE);

        assertEquals(new ModelAnswer("{\"score\": 4}", new Usage(264, 136)), answer);
    }

    @Test
    void asksForItsJsonSchema() {
        provider.answers(generated("[{\"text\": \"{}\"}]", "STOP"));

        provider.ask(Provider.GOOGLE);

        JsonNode body = provider.lastBody();
        assertEquals(
                "/v1/models/some-model:generateContent", provider.lastRequest().getUrl());
        assertEquals(ProviderServer.KEY, provider.lastRequest().getHeader("x-goog-api-key"));
        assertEquals("Judge.", body.at("/systemInstruction/parts/0/text").asText());
        assertEquals(3, body.path("contents").size());
        assertEquals("AQID", body.at("/contents/2/parts/1/inlineData/data").asText());
        JsonNode config = body.path("generationConfig");
        assertEquals(700, config.path("maxOutputTokens").asInt());
        assertEquals("application/json", config.path("responseMimeType").asText());
        assertEquals(
                "number", config.at("/responseJsonSchema/properties/score/type").asText());
        assertFalse(config.at("/responseJsonSchema/properties/reason").has("maxLength"));
    }

    @Test
    void reportsABlockedPromptAsNoAnswer() {
        provider.answers("""
                {"promptFeedback": {"blockReason": "PROHIBITED_CONTENT"},
                 "usageMetadata": {"promptTokenCount": 264, "totalTokenCount": 264}, "modelVersion": "gemini"}""");

        assertEquals(NO_ANSWER, provider.failure(Provider.GOOGLE).kind());
    }

    @Test
    void reportsEmptyCandidatesAsNoAnswer() {
        provider.answers("{\"candidates\": [], \"usageMetadata\": {\"promptTokenCount\": 1, \"totalTokenCount\": 1}}");

        assertEquals(NO_ANSWER, provider.failure(Provider.GOOGLE).kind());
    }

    @Test
    void reportsAnAnswerWithoutPartsAsNoAnswer() {
        provider.answers(generated("[]", "MAX_TOKENS"));

        assertEquals(NO_ANSWER, provider.failure(Provider.GOOGLE).kind());
    }

    @Test
    void reportsARefusalAsRejected() {
        provider.answers("""
                {"candidates": [{"finishReason": "SAFETY", "index": 0, "safetyRatings": [
                   {"category": "HARM_CATEGORY_HARASSMENT", "probability": "HIGH", "blocked": true}]}],
                 "usageMetadata": {"promptTokenCount": 264, "totalTokenCount": 264}}""");

        assertEquals(REJECTED, provider.failure(Provider.GOOGLE).kind());
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../v2/x", "a?b=c", "a b", "a#b", "a:c", ""})
    void sendsNoNameThatWouldChangeThePath(String name) {
        provider.answers(generated("[]", "STOP"));
        ModelRequest question = ProviderServer.question(name, ProviderServer.PATIENCE);

        ModelException failure = ProviderServer.failure(provider.model(Provider.GOOGLE), question);

        assertEquals(REJECTED, failure.kind());
        assertEquals(0, provider.server.getAllServeEvents().size());
    }
}
