package dev.sightline.observability.capture.ai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two messages of the same failure read the same; two failures do not. */
class ErrorTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Request req_9fK2 failed with 500|Request <ID> failed with <N>",
                "Trace 0190a1b2-7c3d-7e4f-8a9b-0c1d2e3f4a5b is gone|Trace <ID> is gone",
                "Down since 2026-11-21T10:00:00.123Z|Down since <TIMESTAMP>",
                "Down since 2026-11-21 10:00:00+02:00!|Down since <TIMESTAMP>!",
                "No projects/42/locations/eu/models/m here|No projects/<PATH> here",
                "{\"responseId\": \"aB3\"}|{\"responseId\": \"<RESPONSE_ID>\"}",
                "tool_call_id='toolu_01A' is unknown|tool_call_id='<TOOL_CALL_ID>' is unknown",
                "No result for toolu_01Abc|No result for <TOOL_ID>",
                "No output for call_9aBcDeFgHiJk.|No output for call_<CALL_ID>.",
                "Nobody is user_2yQoBNWxpvzx|Nobody is user_<USER_ID>",
                "<object at 0xfffced405130>|<object at <OBJECT_ID>>",
                "{\"id\":\"chat-1\",\"x\":1}|{\"id\":\"<ID>\",\"x\":<N>}",
                "Record id=\"a7\" is locked|Record id=\"<ID>\" is locked",
                "\"tokenCount\": 128001 is too many|\"tokenCount\": <TOKEN_COUNT> is too many",
                "Account 1234567890 is closed|Account <ID> is closed",
                "Took 1.25 s of 30|Took <N> s of <N>",
                "gpt-4o and v2 keep their names|gpt-4o and v2 keep their names",
                "user_input of call_function|user_input of call_function"
            })
    void leavesOutWhatDiffers(String message, String normalized) {
        assertEquals(normalized, ErrorText.normalized(message));
    }

    @Test
    void joinsWhatIsSpreadOverLines() {
        assertEquals("spread over lines", ErrorText.normalized("  spread \t over\n lines "));
    }

    @Test
    void cutsLongTexts() {
        assertEquals("x".repeat(1000) + "...", ErrorText.normalized("x".repeat(2000)));
        assertEquals("x".repeat(1000), ErrorText.normalized("x".repeat(1000)));
    }

    @Test
    void readsHostileTextsInTime() {
        String[] hostile = {"call_a".repeat(1_000_000), "\"id\":\"".repeat(1_000_000), "1".repeat(5_000_000)};

        for (String text : hostile) {
            assertTimeout(Duration.ofSeconds(5), () -> ErrorText.normalized(text));
        }
    }
}
