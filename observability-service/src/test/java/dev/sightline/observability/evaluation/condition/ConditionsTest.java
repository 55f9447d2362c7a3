package dev.sightline.observability.evaluation.condition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.api.ApiException;
import dev.sightline.json.Json;
import dev.sightline.json.Wire;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** Property filters, sets of them and sampling (spec/observability.md 3.3, 7.2, 7.3). */
class ConditionsTest {

    private static final UUID EVENT = UUID.fromString("497f6eca-6276-4993-bfeb-53cbbbba6f08");
    private static final SaveTime SAVED =
            new SaveTime(Instant.parse("2026-11-21T01:30:00Z"), ZoneId.of("America/New_York"));

    /** One line an operator and case: operator | operand | the property, nothing for absent | what comes of it. */
    @ParameterizedTest
    @CsvFileSource(resources = "/conditions/operators.txt", delimiter = '|', quoteCharacter = '~')
    void comparesAsItsOperatorSays(String operator, String operand, String property, boolean expected) {
        ObjectNode filter = object("{\"key\":\"p\",\"operator\":\"" + operator + "\",\"value\":" + operand + "}");
        ObjectNode properties = property == null ? object("{}") : object("{\"p\":" + property + "}");

        assertEquals(expected, PropertyFilter.compile(filter, SAVED).test(candidate(properties)));
    }

    @Test
    void coversEveryOperatorInTheTable() throws Exception {
        String table = new String(
                getClass().getResourceAsStream("/conditions/operators.txt").readAllBytes());

        for (Operator operator : Operator.values()) {
            String name = Wire.name(operator);
            assertTrue(
                    table.lines().anyMatch(line -> line.split("\\|")[0].trim().equals(name)), name);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{}|key",
                "{\"key\":\" \",\"value\":1}|key",
                "{\"key\":\"p\"}|value",
                "{\"key\":\"p\",\"value\":null}|value",
                "{\"key\":\"p\",\"value\":[]}|value",
                "{\"key\":\"p\",\"value\":1,\"operator\":\"near\"}|operator",
                "{\"key\":\"p\",\"value\":1,\"operator\":7}|operator",
                "{\"key\":\"id\",\"value\":5,\"type\":\"cohort\"}|type",
                "{\"key\":\"$group_0\",\"value\":5,\"type\":\"group\"}|type",
                "{\"key\":\"p\",\"value\":\"[\",\"operator\":\"regex\"}|value",
                "{\"key\":\"p\",\"value\":[2,1],\"operator\":\"between\"}|value",
                "{\"key\":\"p\",\"value\":[1],\"operator\":\"between\"}|value",
                "{\"key\":\"p\",\"value\":[\"a\",\"b\"],\"operator\":\"not_between\"}|value",
                "{\"key\":\"p\",\"value\":\"a\",\"operator\":\"in\"}|value",
                "{\"key\":\"p\",\"value\":\"yesterday\",\"operator\":\"is_date_after\"}|value",
                "{\"key\":\"p\",\"value\":\"latest\",\"operator\":\"semver_gt\"}|value",
                "{\"key\":\"properties.x = = 1\",\"type\":\"hogql\"}|key"
            })
    void refusesWhatCannotWork(String filter, String attribute) {
        ConditionSet set = new ConditionSet("s", 100, List.of(object("{\"key\":\"p\",\"value\":1}"), object(filter)));

        ApiException refusal = assertThrows(ApiException.class, () -> Conditions.check(List.of(set), SAVED));

        assertEquals("conditions__0__properties__1__" + attribute, refusal.attr());
    }

    @Test
    void neverMatchesWithAStoredFilterThatCannotWork() {
        Conditions conditions =
                Conditions.compile(List.of(new ConditionSet("s", 100, List.of(object("{\"key\":\"p\"}")))), SAVED);

        assertFalse(conditions.matches(candidate(object("{\"p\":1}"))));
        assertFalse(conditions.fits(candidate(object("{\"p\":1}"))));
    }

    @Test
    void asksThePersonOfTheEvent() {
        ObjectNode filter = object("{\"key\":\"plan\",\"value\":\"pro\",\"type\":\"person\"}");
        var compiled = PropertyFilter.compile(filter, SAVED);

        assertTrue(compiled.test(candidate(object("{\"$set\":{\"plan\":\"pro\"},\"$set_once\":{\"plan\":\"free\"}}"))));
        assertTrue(compiled.test(candidate(object("{\"$set_once\":{\"plan\":\"pro\"}}"))));
        assertFalse(compiled.test(candidate(object("{\"plan\":\"pro\"}"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "properties.tokens > 10|true",
                "properties.tokens > 100|false",
                "event == '$ai_generation' and distinct_id == 'd'|true",
                "person.properties.plan == 'pro'|true",
                "properties.nothing|false",
                "1|false",
                "elements_chain == ''|true"
            })
    void asksExpressions(String expression, boolean expected) {
        ObjectNode filter = object("{\"type\":\"hogql\"}").put("key", expression);

        assertEquals(
                expected,
                PropertyFilter.compile(filter, SAVED)
                        .test(candidate(object("{\"tokens\":42,\"$set\":{\"plan\":\"pro\"}}"))));
    }

    @Test
    void needsAllFiltersOfOneOfTheSets() {
        Conditions conditions = conditions(
                new ConditionSet(
                        "a",
                        100,
                        List.of(object("{\"key\":\"a\",\"value\":1}"), object("{\"key\":\"b\",\"value\":1}"))),
                new ConditionSet("c", 100, List.of(object("{\"key\":\"c\",\"value\":1}"))));

        assertTrue(conditions.matches(candidate(object("{\"a\":1,\"b\":1}"))));
        assertFalse(conditions.matches(candidate(object("{\"a\":1,\"b\":2}"))));
        assertTrue(conditions.matches(candidate(object("{\"a\":1,\"c\":1}"))));
    }

    @Test
    void triesLaterSetsWhenOneMatchesButIsNotSampled() {
        Conditions conditions = conditions(new ConditionSet("a", 0, List.of()), new ConditionSet("b", 100, List.of()));

        assertTrue(conditions.matches(candidate(object("{}"))));
    }

    @Test
    void matchesNothingWithoutSetsAndEverythingWithAnEmptyOne() {
        assertFalse(conditions().matches(candidate(object("{}"))));
        assertTrue(conditions().fits(candidate(object("{}"))));
        assertTrue(conditions(new ConditionSet("a", 100, List.of())).matches(candidate(object("{}"))));
    }

    @ParameterizedTest
    @CsvSource({
        "00000000-0000-0000-0000-000000000000, 70.50",
        "11111111-1111-4111-8111-111111111111, 50.55",
        "018f6b2e-7c1d-7a3b-9e4f-0123456789ab, 86.18",
        "497f6eca-6276-4993-bfeb-53cbbbba6f08, 73.37",
        "event-123, 33.78"
    })
    void samplesByTheTextAlone(String text, double expected) {
        assertEquals(expected, Sampling.of(text));
    }

    @Test
    void samplesBelowThePercentageOnly() {
        assertFalse(conditions(new ConditionSet("a", 73.37, List.of())).matches(candidate(object("{}"))));
        assertTrue(conditions(new ConditionSet("a", 73.38, List.of())).matches(candidate(object("{}"))));
        assertFalse(conditions(new ConditionSet("a", 0, List.of())).matches(candidate(object("{}"))));
    }

    @Test
    void samplesTheShareItSays() {
        long in = IntStream.range(0, 20_000)
                .filter(i -> Sampling.of(new UUID(i, i).toString()) < 10)
                .count();

        assertEquals(2000, in, 150);
    }

    @Property
    void negatesExactly(@ForAll @AlphaChars String operand, @ForAll @AlphaChars String property) {
        ObjectNode properties = object("{}").put("p", property);
        for (String[] pair :
                new String[][] {{"exact", "is_not"}, {"icontains", "not_icontains"}, {"regex", "not_regex"}}) {
            assertTrue(holds(pair[0], operand, properties) != holds(pair[1], operand, properties));
        }
    }

    private static boolean holds(String operator, String operand, ObjectNode properties) {
        ObjectNode filter = object("{\"key\":\"p\"}").put("operator", operator).put("value", operand);
        return PropertyFilter.compile(filter, SAVED).test(candidate(properties));
    }

    private static Conditions conditions(ConditionSet... sets) {
        return Conditions.compile(List.of(sets), SAVED);
    }

    private static Candidate candidate(ObjectNode properties) {
        return new Candidate(EVENT, "$ai_generation", "d", properties);
    }

    private static ObjectNode object(String json) {
        return Json.read(json, ObjectNode.class);
    }
}
