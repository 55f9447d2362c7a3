package dev.sightline.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {

    enum Pace {
        SLOW,
        @JsonProperty("very_fast")
        FAST
    }

    record Sample(double inBean, Double boxed, Pace pace, List<Pace> paces, Instant at) {}

    @Test
    void numbersThatJsonCannotHoldBecomeNullWithMarkBeside() {
        Sample sample = new Sample(Double.NaN, Double.NEGATIVE_INFINITY, Pace.SLOW, List.of(), Instant.EPOCH);

        assertEquals(
                "{\"in_bean\":null,\"in_bean::nan!\":true,\"boxed\":null,\"boxed::inf!\":true,"
                        + "\"pace\":\"slow\",\"paces\":[],\"at\":\"1970-01-01T00:00:00Z\"}",
                Json.write(sample));
    }

    @Test
    void marksStandInMapsButNotInLists() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("x", Double.NaN);
        map.put("list", Arrays.asList(1.5, Double.POSITIVE_INFINITY));

        assertEquals("{\"x\":null,\"x::nan!\":true,\"list\":[1.5,null]}", Json.write(map));
        assertEquals("{\"x\":null,\"x::nan!\":true,\"list\":[1.5,null]}", Json.write(Json.tree(map)));
    }

    @Test
    void enumsAreWrittenAndReadByTheirWireNames() {
        Sample sample = Json.read("{\"pace\":\"very_fast\",\"paces\":[\"slow\"],\"unknown\":1}", Sample.class);

        assertEquals(Pace.FAST, sample.pace());
        assertEquals(List.of(Pace.SLOW), sample.paces());
        assertEquals("[\"slow\",\"very_fast\"]", Json.write(Pace.values()));
    }
}
