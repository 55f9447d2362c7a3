package dev.sightline.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;

/**
 * The body of every error answer (spec/platform.md A.4), members in this order.
 *
 * @param attr the field or query parameter at fault, nested names joined by two underscores; null for none
 * @param extra structured data of an exception; left out when null
 * @param errorEventId finds an unexpected error in the log; left out when null
 */
@JsonPropertyOrder({"type", "code", "detail", "attr", "extra", "error_event_id"})
record Problem(
        String type,
        String code,
        String detail,
        String attr,
        @JsonInclude(JsonInclude.Include.NON_NULL) JsonNode extra,
        @JsonInclude(JsonInclude.Include.NON_NULL) UUID errorEventId) {

    static Problem of(Fault fault, String detail) {
        return new Problem(fault.type, fault.code, detail, null, null, null);
    }

    static Problem of(Fault fault) {
        return of(fault, fault.detail);
    }

    Problem coded(String other) {
        return new Problem(type, other, detail, attr, extra, errorEventId);
    }

    Problem at(String other) {
        return new Problem(type, code, detail, other, extra, errorEventId);
    }

    Problem with(JsonNode other) {
        return new Problem(type, code, detail, attr, other, errorEventId);
    }

    Problem logged(UUID id) {
        return new Problem(type, code, detail, attr, extra, id);
    }
}
