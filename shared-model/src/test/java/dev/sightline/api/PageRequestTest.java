package dev.sightline.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.sightline.testing.FakeUri;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageRequestTest {

    private static final String THINGS = "https://example.com/api/projects/1/things/";

    @Test
    void linksKeepTheOtherParametersAndSortThem() {
        Page<String> page = request("?search=z&offset=3&limit=2&a=b").page(6, List.of("x", "y"));

        assertEquals(THINGS + "?a=b&limit=2&offset=5&search=z", page.next());
        assertEquals(THINGS + "?a=b&limit=2&offset=1&search=z", page.previous());
    }

    @Test
    void linkToTheFirstPageHasNoOffset() {
        assertEquals(
                THINGS + "?limit=2",
                request("?offset=2&limit=2").page(9, List.of()).previous());
        assertEquals(
                THINGS + "?limit=2",
                request("?offset=1&limit=2").page(9, List.of()).previous());
    }

    @Test
    void lastPageHasNoNext() {
        assertNull(request("?limit=2&offset=4").page(6, List.of()).next());
        assertNull(request("").page(100, List.of()).next());
        assertEquals(
                THINGS + "?limit=100&offset=100",
                request("").page(101, List.of()).next());
    }

    @Test
    void firstPageHasNoPrevious() {
        assertNull(request("?limit=2").page(6, List.of()).previous());
    }

    @Test
    void offsetBeyondTheEndStillLinksBack() {
        assertEquals(
                THINGS + "?limit=2&offset=98",
                request("?limit=2&offset=100").page(6, List.of()).previous());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "x", "", "1.5", "99999999999999999999"})
    void senselessLimitFallsBack(String limit) {
        assertEquals(100, request("?limit=" + limit).limit());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "x", "", "99999999999999999999"})
    void senselessOffsetFallsBack(String offset) {
        assertEquals(0, request("?offset=" + offset).offset());
    }

    @ParameterizedTest
    @CsvSource({"7,7", "50,20", "x,5"})
    void endpointMayHaveLimitsOfItsOwn(String asked, int got) {
        assertEquals(
                got,
                PageRequest.of(FakeUri.of(THINGS + "?limit=" + asked), 5, 20).limit());
    }

    @Test
    void linksEncodeWhatTheyKeep() {
        Page<String> page =
                request("?limit=1&search=a%20b%26c%2A~&status=x&status=y").page(2, List.of("x"));

        assertEquals(THINGS + "?limit=1&offset=1&search=a+b%26c%2A~&status=x&status=y", page.next());
    }

    @Property
    void followingNextVisitsEveryRowOnce(
            @ForAll @IntRange(max = 60) int rows, @ForAll @IntRange(min = 1, max = 9) int limit) {
        PageRequest request = request("?limit=" + limit);
        long seen = Math.min(limit, rows);
        for (String next = request.page(rows, List.of()).next(); next != null; ) {
            PageRequest following = PageRequest.of(FakeUri.of(next));
            seen += Math.min(following.limit(), rows - following.offset());
            next = following.page(rows, List.of()).next();
        }

        assertEquals(rows, seen);
    }

    private static PageRequest request(String query) {
        return PageRequest.of(FakeUri.of(THINGS + query));
    }
}
