package dev.sightline.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sightline.json.Json;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FaultTest {

    @ParameterizedTest
    @CsvSource({
        "INVALID,            400, validation_error,     invalid_input",
        "UNREADABLE,         400, invalid_request,      parse_error",
        "NOT_AUTHENTICATED,  401, authentication_error, not_authenticated",
        "AUTHENTICATION_FAILED, 401, authentication_error, authentication_failed",
        "QUOTA_EXCEEDED,     402, server_error,         quota_limit_exceeded",
        "FORBIDDEN,          403, authentication_error, permission_denied",
        "NOT_FOUND,          404, invalid_request,      not_found",
        "WRONG_VERB,         405, invalid_request,      method_not_allowed",
        "NOT_ACCEPTABLE,     406, invalid_request,      not_acceptable",
        "CONFLICT,           409, server_error,         conflict",
        "TOO_LARGE,          413, invalid_request,      request_too_large",
        "UNKNOWN_MEDIA_TYPE, 415, invalid_request,      unsupported_media_type",
        "THROTTLED,          429, throttled_error,      throttled",
        "UNEXPECTED,         500, server_error,         error",
        "BAD_GATEWAY,        502, server_error,         bad_gateway",
        "UNAVAILABLE,        503, server_error,         service_unavailable",
    })
    void tableIsTheDocumentedOne(Fault fault, int status, String type, String code) {
        assertEquals(status, fault.status);
        assertEquals(type, fault.type);
        assertEquals(code, fault.code);
    }

    @Test
    void tableTestKnowsEveryFault() {
        assertEquals(16, EnumSet.allOf(Fault.class).size());
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusalsPrintTheEnvelopeInOrder(ApiException refusal, int status, String envelope) {
        assertEquals(status, refusal.status());
        assertEquals(envelope, Json.write(refusal.problem()));
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(
                        ApiException.required("name"),
                        400,
                        "{\"type\":\"validation_error\",\"code\":\"required\",\"detail\":\"This field is required.\",\"attr\":\"name\"}"),
                Arguments.of(
                        ApiException.invalidChoice("color", "zz"),
                        400,
                        "{\"type\":\"validation_error\",\"code\":\"invalid_choice\",\"detail\":\"\\\"zz\\\" is not a valid choice.\",\"attr\":\"color\"}"),
                Arguments.of(
                        ApiException.invalid(null, "Ends before it starts.")
                                .within("range")
                                .within("query"),
                        400,
                        "{\"type\":\"validation_error\",\"code\":\"invalid_input\",\"detail\":\"Ends before it starts.\",\"attr\":\"query__range__non_field_errors\"}"),
                Arguments.of(
                        ApiException.notAuthenticated(),
                        401,
                        "{\"type\":\"authentication_error\",\"code\":\"not_authenticated\",\"detail\":\"Authentication credentials were not provided.\",\"attr\":null}"),
                Arguments.of(
                        ApiException.notFound(),
                        404,
                        "{\"type\":\"invalid_request\",\"code\":\"not_found\",\"detail\":\"Not found.\",\"attr\":null}"),
                Arguments.of(
                        ApiException.unknownMediaType("text/plain"),
                        415,
                        "{\"type\":\"invalid_request\",\"code\":\"unsupported_media_type\",\"detail\":\"Unsupported media type \\\"text/plain\\\" in request.\",\"attr\":null}"),
                Arguments.of(
                        ApiException.conflict("Taken.").with(Json.tree(Map.of("id", 7))),
                        409,
                        "{\"type\":\"server_error\",\"code\":\"conflict\",\"detail\":\"Taken.\",\"attr\":null,\"extra\":{\"id\":7}}"));
    }

    @ParameterizedTest
    @CsvSource({"PT12.001S,13,seconds", "PT1S,1,second", "PT0S,1,second", "PT0.2S,1,second"})
    void throttlingRoundsTheWaitUp(Duration wait, long seconds, String unit) {
        ApiException throttled = ApiException.throttled(wait);

        assertEquals(seconds, throttled.retryAfterSeconds());
        assertEquals("Request was throttled. Expected available in " + seconds + " " + unit + ".", throttled.detail());
    }
}
