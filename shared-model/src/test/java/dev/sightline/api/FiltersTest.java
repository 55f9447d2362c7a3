package dev.sightline.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.sightline.testing.FakeUri;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FiltersTest {

    enum Kind {
        SMALL,
        @JsonProperty("very-large")
        LARGE
    }

    @Test
    void absentAndBlankDoNotFilter() {
        assertTrue(filters("").text("q").isEmpty());
        assertTrue(filters("?q=%20").text("q").isEmpty());
        assertTrue(filters("?kind=").oneOf("kind", Kind.class).isEmpty());
        assertTrue(filters("?n=").integer("n").isEmpty());
    }

    @Test
    void valuesAreCommaSeparatedOrRepeated() {
        assertEquals(Set.of("a", "b", "c"), filters("?q=a,%20b,&q=c&q=a").texts("q"));
    }

    @Test
    void enumsGoByTheirNamesInTheApi() {
        assertEquals(
                Set.of(Kind.SMALL, Kind.LARGE),
                filters("?kind=small,very-large").oneOf("kind", Kind.class));
    }

    @Test
    void valueOutsideTheVocabularyIsRefusedWithTheParameter() {
        ApiException refusal = refusal(() -> filters("?kind=small,LARGE").oneOf("kind", Kind.class));

        assertEquals("kind", refusal.attr());
        assertEquals("invalid_choice", refusal.code());
        assertEquals("\"LARGE\" is not a valid choice. Allowed values: small, very-large.", refusal.detail());
    }

    @Test
    void identifiersAreChecked() {
        UUID id = UUID.randomUUID();

        assertEquals(List.of(id), filters("?id__in=" + id + "," + id).uuids("id__in"));
        assertEquals(
                "id__in",
                refusal(() -> filters("?id__in=" + id + ",7").uuids("id__in")).attr());
    }

    @Test
    void numbersAndBooleansAreChecked() {
        assertEquals(Optional.of(7), filters("?n=7").integer("n"));
        assertEquals(List.of(1, 2), filters("?n=1,2").integers("n"));
        assertEquals(Optional.of(true), filters("?b=true").bool("b"));
        assertEquals(
                "A valid integer is required.",
                refusal(() -> filters("?n=x").integer("n")).detail());
        assertEquals(
                "A valid integer is required.",
                refusal(() -> filters("?n=2147483648").integer("n")).detail());
        assertEquals(
                "Must be a valid boolean.",
                refusal(() -> filters("?b=maybe").bool("b")).detail());
    }

    @Test
    void datetimesAreChecked() {
        assertEquals(
                "2026-01-02T01:04:05Z",
                filters("?at=2026-01-02T03:04:05%2B02:00")
                        .instant("at")
                        .orElseThrow()
                        .toString());
        assertEquals("at", refusal(() -> filters("?at=soon").instant("at")).attr());
    }

    @Test
    void orderIsReadKeyByKey() {
        Ordering order = order("?order_by=-name,created_at");

        assertEquals(List.of(new Ordering.Key("name", true), new Ordering.Key("created_at", false)), order.keys());
    }

    @Test
    void orderFallsBackWhenNotSaid() {
        assertEquals(Ordering.by("-created_at"), order(""));
        assertEquals(Ordering.by("-created_at"), order("?order_by="));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zz", "-zz", "--name", "name,zz", "-", "name;drop"})
    void unknownSortKeyIsRefused(String asked) {
        ApiException refusal = refusal(() -> order("?order_by=" + asked));

        assertEquals("order_by", refusal.attr());
        assertEquals("invalid_choice", refusal.code());
    }

    @Test
    void secondKeyOfSingleOrderIsRefused() {
        Executable twoKeys = () -> Ordering.single(
                FakeUri.of("http://x/?order_by=name,-created_at"),
                "order_by",
                Set.of("name", "created_at"),
                Ordering.by("name"));

        assertEquals("order_by", refusal(twoKeys).attr());
    }

    private static Ordering order(String query) {
        return Ordering.of(
                FakeUri.of("http://x/" + query), "order_by", Set.of("name", "created_at"), Ordering.by("-created_at"));
    }

    private static Filters filters(String query) {
        return Filters.of(FakeUri.of("http://x/" + query));
    }

    private static ApiException refusal(Executable reading) {
        return assertThrows(ApiException.class, reading);
    }
}
