package dev.sightline.model.provider;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static dev.sightline.model.ModelException.Kind.INTERNAL;
import static dev.sightline.model.ModelException.Kind.NO_ANSWER;
import static dev.sightline.model.ModelException.Kind.REJECTED;
import static dev.sightline.model.ModelException.Kind.TRANSIENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.http.Fault;
import dev.sightline.model.ModelException;
import dev.sightline.model.ModelException.Kind;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What can go wrong on the way to a provider, and what of it may be said. */
class FailuresTest {

    private static final String ERROR =
            "{\"error\": {\"message\": \"you sent: the secret session\", \"type\": \"x\", \"code\": \"y\"}}";

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
    @CsvSource({
        "400, REJECTED", "401, REJECTED", "403, REJECTED", "404, REJECTED", "413, REJECTED", "422, REJECTED",
        "302, REJECTED", "408, TRANSIENT", "409, TRANSIENT", "429, TRANSIENT", "500, TRANSIENT", "502, TRANSIENT",
        "503, TRANSIENT", "504, TRANSIENT", "501, INTERNAL", "529, INTERNAL"
    })
    void classifiesEveryStatus(int status, Kind kind) {
        for (Provider spoken : Provider.values()) {
            provider.answers(aResponse().withStatus(status).withBody(ERROR));

            ModelException failure = provider.failure(spoken);

            assertEquals(kind, failure.kind(), () -> spoken + trace(failure));
            assertEquals(status, failure.status());
            assertEquals(Optional.empty(), failure.retryAfter());
            assertEquals(1, provider.server.getAllServeEvents().size(), "one call, not repeated");
        }
    }

    @ParameterizedTest
    @EnumSource(Provider.class)
    void passesOnHowLongToWait(Provider spoken) {
        provider.answers(
                aResponse().withStatus(429).withHeader("Retry-After", "17").withBody(ERROR));

        assertEquals(
                Optional.of(Duration.ofSeconds(17)), provider.failure(spoken).retryAfter());
    }

    @Test
    void readsRetryAfterAsADate() {
        String then = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).plusMinutes(2));

        Duration wait = RetryAfter.parse(then);

        assertTrue(wait.compareTo(Duration.ofSeconds(110)) > 0 && wait.compareTo(Duration.ofSeconds(121)) < 0);
        assertEquals(null, RetryAfter.parse("soon"));
    }

    @ParameterizedTest
    @EnumSource(Provider.class)
    void givesUpAfterTheTimeoutOfTheWholeCall(Provider spoken) {
        provider.answers(aResponse().withFixedDelay(20_000).withBody("{}"));
        long begun = System.nanoTime();

        ModelException failure = ProviderServer.failure(
                provider.model(spoken), ProviderServer.question("some-model", Duration.ofMillis(300)));

        assertEquals(TRANSIENT, failure.kind());
        assertEquals("The provider did not answer in time.", failure.getMessage());
        assertTrue(System.nanoTime() - begun < Duration.ofSeconds(10).toNanos());
    }

    @Test
    void givesUpOnAnAnswerThatDripsIn() {
        provider.answers(aResponse().withBody("{\"choices\": []}").withChunkedDribbleDelay(10, 20_000));

        ModelException failure = ProviderServer.failure(
                provider.model(Provider.OPENAI), ProviderServer.question("some-model", Duration.ofMillis(500)));

        assertEquals("The provider did not answer in time.", failure.getMessage());
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"EMPTY_RESPONSE", "CONNECTION_RESET_BY_PEER", "RANDOM_DATA_THEN_CLOSE"})
    void reportsABrokenConnectionAsTransient(Fault fault) {
        provider.answers(aResponse().withFault(fault));

        assertEquals(TRANSIENT, provider.failure(Provider.OPENAI).kind());
    }

    @Test
    void reportsAProviderThatIsAwayAsTransient() {
        ProviderAccess nobody =
                new ProviderAccess(Provider.OPENAI, ProviderServer.KEY, URI.create("http://127.0.0.1:1"));

        ModelException failure = ProviderServer.failure(provider.models().open(nobody), ProviderServer.question());

        assertEquals(TRANSIENT, failure.kind());
    }

    @Test
    void reportsAnUnknownHostAsTransient() {
        ProviderAccess nobody =
                new ProviderAccess(Provider.OPENAI, ProviderServer.KEY, URI.create("https://provider.invalid/v1"));

        ModelException failure = ProviderServer.failure(provider.models().open(nobody), ProviderServer.question());

        assertEquals(TRANSIENT, failure.kind());
    }

    @ParameterizedTest
    @EnumSource(Provider.class)
    void reportsABodyThatIsNotJsonAsNoAnswer(Provider spoken) {
        provider.answers("<html>the secret session");

        assertEquals(NO_ANSWER, provider.failure(spoken).kind());
    }

    @ParameterizedTest
    @EnumSource(Provider.class)
    void reportsTruncatedJsonAsNoAnswer(Provider spoken) {
        provider.answers("{\"choices\": [{\"message\": {\"content\": \"{");

        assertEquals(NO_ANSWER, provider.failure(spoken).kind());
    }

    @Test
    void refusesAnAnswerOfBoundlessSize() {
        provider.answers("x".repeat(200_000));

        assertEquals(TRANSIENT, provider.failure(Provider.OPENAI).kind());
    }

    @Test
    void saysWhatIsMissingBeforeItCallsAnybody() {
        LanguageModels models = provider.models();
        ProviderAccess keyless = new ProviderAccess(Provider.ANTHROPIC, " ", null);
        ProviderAccess homeless = new ProviderAccess(Provider.OPENAI_COMPATIBLE, ProviderServer.KEY, null);

        ModelException noKey = ProviderServer.failure(models.open(keyless), ProviderServer.question());
        ModelException noUrl = ProviderServer.failure(models.open(homeless), ProviderServer.question());

        assertEquals(REJECTED, noKey.kind());
        assertEquals("The provider needs an API key.", noKey.getMessage());
        assertEquals("An OpenAI-compatible provider needs a base URL.", noUrl.getMessage());
    }

    @ParameterizedTest
    @EnumSource(Provider.class)
    void letsNeitherTheKeyNorTheProvidersWordsOut(Provider spoken) {
        provider.answers(aResponse().withStatus(401).withBody(ERROR + ProviderServer.KEY));
        String refused = trace(provider.failure(spoken));
        provider.answers("{\"the secret session\": " + ProviderServer.KEY);
        String broken = trace(provider.failure(spoken));
        ProviderAccess crooked =
                new ProviderAccess(spoken, ProviderServer.KEY + "\nX-Other: 1", URI.create(provider.server.baseUrl()));
        ModelException split = ProviderServer.failure(provider.models().open(crooked), ProviderServer.question());

        assertEquals(INTERNAL, split.kind());
        for (String said : new String[] {refused, broken, trace(split), crooked.toString()}) {
            assertFalse(said.contains("secret"), said);
        }
    }

    private static String trace(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }

    @Test
    void countsCallsAndTokens() {
        provider.metrics.clear();
        provider.answers("""
                {"choices": [{"index": 0, "message": {"role": "assistant", "content": "{}"}, "finish_reason": "stop"}],
                 "usage": {"prompt_tokens": 19, "completion_tokens": 10, "total_tokens": 29}}""");

        provider.ask(Provider.OPENAI);
        provider.answers(aResponse().withStatus(429));
        provider.failure(Provider.OPENAI);

        assertEquals(
                1,
                provider.metrics
                        .get("sightline.model.calls")
                        .tags("outcome", "answered")
                        .timer()
                        .count());
        assertEquals(
                1,
                provider.metrics
                        .get("sightline.model.calls")
                        .tags("outcome", "transient")
                        .timer()
                        .count());
        assertEquals(
                19,
                provider.metrics
                        .get("sightline.model.tokens")
                        .tags("direction", "input")
                        .counter()
                        .count());
        assertEquals(
                10,
                provider.metrics
                        .get("sightline.model.tokens")
                        .tags("direction", "output")
                        .counter()
                        .count());
    }
}
