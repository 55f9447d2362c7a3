package dev.sightline.model.provider;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.model.ModelException;
import dev.sightline.model.ModelException.Complaint;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Models that take no schema (spec/observability.md 4.4.2). */
class SpokenSchemaTest {

    private static final String REFUSAL =
            "{\"error\":{\"message\":\"response_format of type json_schema is not supported with this model\"}}";

    private static ProviderServer provider;

    @BeforeAll
    static void start() {
        provider = new ProviderServer();
    }

    @AfterAll
    static void stop() {
        provider.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "OPENAI_COMPATIBLE"})
    void areAskedAgainWithTheSchemaInWords(Provider spoken) {
        provider.answers("{\"choices\":[{\"index\":0,\"finish_reason\":\"stop\",\"message\":{\"role\":\"assistant\","
                + "\"content\":\"```json\\n{}\\n```\"}}]}");
        refuseSchemas();

        assertEquals("```json\n{}\n```", provider.ask(spoken).text());

        JsonNode body = provider.lastBody();
        String instructions = body.path("messages").path(0).path("content").asText();
        assertEquals(2, provider.server.getAllServeEvents().size());
        assertFalse(body.has("response_format"));
        assertEquals(0.0, body.path("temperature").asDouble(-1));
        assertEquals(4, body.path("messages").size());
        assertTrue(instructions.startsWith("Judge.\n\n"), instructions);
        assertTrue(instructions.contains("\"maxLength\":9"), instructions);
    }

    @Test
    void areNotAskedAThirdTime() {
        provider.answers(aResponse().withStatus(400).withBody(REFUSAL));

        ModelException failure = provider.failure(Provider.OPENAI_COMPATIBLE);

        assertEquals(Complaint.SCHEMA, failure.complaint());
        assertEquals(2, provider.server.getAllServeEvents().size());
    }

    private static void refuseSchemas() {
        provider.server.stubFor(any(anyUrl())
                .withRequestBody(containing("\"response_format\""))
                .willReturn(aResponse().withStatus(400).withBody(REFUSAL)));
    }
}
