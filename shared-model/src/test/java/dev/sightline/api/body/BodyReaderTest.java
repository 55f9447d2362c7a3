package dev.sightline.api.body;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.api.ApiException;
import dev.sightline.api.Patch;
import dev.sightline.json.Json;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyReaderTest {

    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    private final BodyReader reader = new BodyReader(VALIDATOR);

    enum Color {
        RED,
        DARK_BLUE
    }

    record Inner(@Required @Size(max = 3) String x, @Min(1) Integer n) {

        Inner {
            if ("bad".equals(x) && n == null) {
                throw ApiException.invalid(null, "x is bad without n.");
            }
        }
    }

    record Create(
            @Required @Size(min = 2, max = 5) String name,
            @AllowBlank @DefaultTo("none") String note,
            @Nullable String remark,
            @Untrimmed String source,
            @Min(1) @Max(9) Integer count,
            Long big,
            @DecimalMin("0.5") @DecimalMax("1") Double rate,
            Boolean on,
            @Nullable Boolean maybe,
            UUID ref,
            Instant at,
            @DefaultTo("red") Color color,
            @Size(max = 2) List<@Size(max = 3) String> l,
            @NotEmpty List<Integer> numbers,
            Inner o,
            List<Inner> os,
            JsonNode any,
            @DefaultTo("{}") ObjectNode config,
            @Pattern(regexp = "[a-z]+") String slug,

            @Pattern(regexp = "[a-z]+", message = "Lower case only.")
            String worded,

            int plain) {}

    record Change(
            @Size(max = 3) Patch<String> name,
            @Nullable Patch<Instant> end,
            Patch<Boolean> on,
            Patch<@Min(1) Integer> n) {}

    @Nested
    class Complaints {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "{}                       | name | required | This field is required.",
                    "{\"name\":\"\"}          | name | blank | This field may not be blank.",
                    "{\"name\":\"  \"}        | name | blank | This field may not be blank.",
                    "{\"name\":null}          | name | null | This field may not be null.",
                    "{\"name\":\"abcdef\"}    | name | max_length | Ensure this field has no more than 5 characters.",
                    "{\"name\":\"a\"}         | name | min_length | Ensure this field has at least 2 characters.",
                    "{\"name\":true}          | name | invalid_input | Not a valid string.",
                    "{\"name\":[]}            | name | invalid_input | Not a valid string.",
                    "{\"name\":\"a\\u0000b\"} | name | null_characters_not_allowed | Null characters are not allowed.",
                    "{\"name\":\"a\\ud800b\"} | name | surrogate_characters_not_allowed | Surrogate characters are not allowed: U+D800.",
                    "{\"name\":\"ab\",\"count\":0}       | count | min_value | Ensure this value is greater than or equal to 1.",
                    "{\"name\":\"ab\",\"count\":10}      | count | max_value | Ensure this value is less than or equal to 9.",
                    "{\"name\":\"ab\",\"count\":\"x\"}   | count | invalid_input | A valid integer is required.",
                    "{\"name\":\"ab\",\"count\":1.5}     | count | invalid_input | A valid integer is required.",
                    "{\"name\":\"ab\",\"count\":true}    | count | invalid_input | A valid integer is required.",
                    "{\"name\":\"ab\",\"count\":1e999}   | count | invalid_input | A valid integer is required.",
                    "{\"name\":\"ab\",\"count\":3000000000} | count | max_value | Ensure this value is less than or equal to 2147483647.",
                    "{\"name\":\"ab\",\"big\":-9223372036854775809} | big | min_value | Ensure this value is greater than or equal to -9223372036854775808.",
                    "{\"name\":\"ab\",\"rate\":0.4}      | rate | min_value | Ensure this value is greater than or equal to 0.5.",
                    "{\"name\":\"ab\",\"rate\":\"1.01\"} | rate | max_value | Ensure this value is less than or equal to 1.",
                    "{\"name\":\"ab\",\"rate\":\"nan\"}  | rate | invalid_input | A valid number is required.",
                    "{\"name\":\"ab\",\"rate\":true}     | rate | invalid_input | A valid number is required.",
                    "{\"name\":\"ab\",\"rate\":1e999}    | rate | invalid_input | A valid number is required.",
                    "{\"name\":\"ab\",\"on\":\"maybe\"}  | on | invalid_input | Must be a valid boolean.",
                    "{\"name\":\"ab\",\"on\":2}          | on | invalid_input | Must be a valid boolean.",
                    "{\"name\":\"ab\",\"on\":{}}         | on | invalid_input | Must be a valid boolean.",
                    "{\"name\":\"ab\",\"on\":null}       | on | null | This field may not be null.",
                    "{\"name\":\"ab\",\"ref\":\"7\"}     | ref | invalid_input | Must be a valid UUID.",
                    "{\"name\":\"ab\",\"ref\":7}         | ref | invalid_input | Must be a valid UUID.",
                    "{\"name\":\"ab\",\"color\":\"zz\"}  | color | invalid_choice | \"zz\" is not a valid choice.",
                    "{\"name\":\"ab\",\"color\":\"RED\"} | color | invalid_choice | \"RED\" is not a valid choice.",
                    "{\"name\":\"ab\",\"color\":[1]}     | color | invalid_choice | \"[1]\" is not a valid choice.",
                    "{\"name\":\"ab\",\"l\":\"x\"}       | l | not_a_list | Expected a list of items but got type \"str\".",
                    "{\"name\":\"ab\",\"l\":{}}          | l | not_a_list | Expected a list of items but got type \"dict\".",
                    "{\"name\":\"ab\",\"l\":[\"a\",true]} | l__1 | invalid_input | Not a valid string.",
                    "{\"name\":\"ab\",\"l\":[\"a\",null]} | l__1 | null | This field may not be null.",
                    "{\"name\":\"ab\",\"l\":[\"a\",\"\"]} | l__1 | blank | This field may not be blank.",
                    "{\"name\":\"ab\",\"l\":[\"a\",\"abcd\"]} | l__1 | max_length | Ensure this field has no more than 3 characters.",
                    "{\"name\":\"ab\",\"l\":[\"a\",\"b\",\"c\"]} | l | max_length | Ensure this field has no more than 2 elements.",
                    "{\"name\":\"ab\",\"numbers\":[]}    | numbers | empty | This list may not be empty.",
                    "{\"name\":\"ab\",\"o\":{}}          | o__x | required | This field is required.",
                    "{\"name\":\"ab\",\"o\":{\"x\":\"abcd\"}} | o__x | max_length | Ensure this field has no more than 3 characters.",
                    "{\"name\":\"ab\",\"o\":[]}          | o__non_field_errors | invalid_input | Invalid data. Expected a dictionary, but got list.",
                    "{\"name\":\"ab\",\"o\":{\"x\":\"bad\"}} | o__non_field_errors | invalid_input | x is bad without n.",
                    "{\"name\":\"ab\",\"os\":[{\"x\":\"a\"},{\"x\":\"b\",\"n\":0}]} | os__1__n | min_value | Ensure this value is greater than or equal to 1.",
                    "{\"name\":\"ab\",\"os\":[7]}        | os__0__non_field_errors | invalid_input | Invalid data. Expected a dictionary, but got int.",
                    "{\"name\":\"ab\",\"any\":{\"a\":[\"\\u0000\"]}} | any | null_characters_not_allowed | Null characters are not allowed.",
                    "{\"name\":\"ab\",\"any\":{\"a\\u0000\":1}} | any | null_characters_not_allowed | Null characters are not allowed.",
                    "{\"name\":\"ab\",\"any\":null}      | any | null | This field may not be null.",
                    "{\"name\":\"ab\",\"config\":\"x\"}  | config | invalid_input | Invalid data. Expected a dictionary, but got str.",
                    "{\"name\":\"ab\",\"slug\":\"A\"}    | slug | invalid_input | This value does not match the required pattern.",
                    "{\"name\":\"ab\",\"worded\":\"A\"}  | worded | invalid_input | Lower case only.",
                })
        void areThoseOfTheTable(String body, String attr, String code, String detail) {
            ApiException refusal = refusal(body);

            assertEquals(400, refusal.status());
            assertEquals(attr, refusal.attr());
            assertEquals(code, refusal.code());
            assertEquals(detail, refusal.detail());
        }

        @Test
        void badDatetimeNamesTheFormat() {
            assertEquals(
                    "Datetime has wrong format. Use one of these formats instead: "
                            + "YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z].",
                    refusal("{\"name\":\"ab\",\"at\":\"yesterday\"}").detail());
        }

        @Test
        void firstMemberInDeclarationOrderIsReported() {
            assertEquals(
                    "name",
                    refusal("{\"plain\":\"x\",\"count\":\"x\",\"name\":[]}").attr());
            assertEquals(
                    "count",
                    refusal("{\"plain\":\"x\",\"rate\":9,\"count\":\"x\",\"name\":\"ab\"}")
                            .attr());
        }

        @ParameterizedTest
        @CsvSource({"[],list", "7,int", "7.5,float", "true,bool", "\"x\",str"})
        void bodyMustBeAnObject(String body, String type) {
            ApiException refusal = refusal(body);

            assertNull(refusal.attr());
            assertEquals("invalid_input", refusal.code());
            assertEquals("Invalid data. Expected a dictionary, but got " + type + ".", refusal.detail());
        }

        @Test
        void nullIsNoBody() {
            assertEquals("null", refusal("null").code());
            assertNull(refusal("null").attr());
        }

        @Test
        void brokenJsonIsAParseError() {
            assertEquals("parse_error", refusal("{\"name\":}").code());
            assertEquals(
                    "JSON parse error - Expecting value: line 1 column 9 (char 8)",
                    refusal("{\"name\":}").detail());
            assertEquals(
                    "JSON parse error - Expecting value: line 1 column 2 (char 1)",
                    refusal(" ").detail());
            assertEquals(
                    "JSON parse error - Expecting value: line 1 column 1 (char 0)",
                    refusal("name=string").detail());
        }

        @Test
        void bytesThatAreNoTextAreAParseError() {
            RawBody body = new RawBody(new byte[] {'{', '"', (byte) 0xff, '"', '}'}, "application/json");

            assertEquals(
                    "parse_error",
                    assertThrows(ApiException.class, () -> reader.read(Create.class, body))
                            .code());
        }

        @ParameterizedTest
        @ValueSource(strings = {"text/plain", "application/vnd.api+json", ""})
        void otherContentTypesAreRefused(String contentType) {
            RawBody body = new RawBody(new byte[] {'x'}, contentType);

            ApiException refusal = assertThrows(ApiException.class, () -> reader.read(Create.class, body));

            assertEquals(415, refusal.status());
            assertEquals("Unsupported media type \"" + contentType + "\" in request.", refusal.detail());
        }

        @Test
        void bodyOverTheLimitIsRefusedBeforeItIsParsed() {
            InputStream endless = new InputStream() {
                @Override
                public int read() {
                    return ' ';
                }

                @Override
                public int read(byte[] target, int offset, int length) {
                    return length;
                }
            };

            ApiException refusal =
                    assertThrows(ApiException.class, () -> reader.readFrom(null, null, null, null, null, endless));

            assertEquals(413, refusal.status());
        }

        @Test
        void lengthsCountCharactersNotCodeUnits() {
            assertEquals("😀😀😀😀😀", create("{\"name\":\"😀😀😀😀😀\"}").name());
            assertEquals("max_length", refusal("{\"name\":\"😀😀😀😀😀😀\"}").code());
        }
    }

    @Nested
    class JsonBodies {

        @Test
        void coerceTextsAndNumbers() {
            Create create = create("""
                    {"name": 125, "count": "5", "big": 7.0, "rate": "0.75", "on": "true", "maybe": 0,
                     "ref": "0190e0a0-0000-7000-8000-000000000001", "at": "2026-01-02T03:04:05+02:00",
                     "color": "dark_blue", "l": [1, "b"], "numbers": ["1", 2], "plain": "3", "ignored": {}}""");

            assertEquals("125", create.name());
            assertEquals(5, create.count());
            assertEquals(7L, create.big());
            assertEquals(0.75, create.rate());
            assertEquals(true, create.on());
            assertEquals(false, create.maybe());
            assertEquals(UUID.fromString("0190e0a0-0000-7000-8000-000000000001"), create.ref());
            assertEquals(Instant.parse("2026-01-02T01:04:05Z"), create.at());
            assertEquals(Color.DARK_BLUE, create.color());
            assertEquals(List.of("1", "b"), create.l());
            assertEquals(List.of(1, 2), create.numbers());
            assertEquals(3, create.plain());
        }

        @Test
        void absentMembersTakeTheirDefaults() {
            Create create = create("{\"name\":\"ab\"}");

            assertEquals("none", create.note());
            assertEquals(Color.RED, create.color());
            assertEquals(Json.read("{}", JsonNode.class), create.config());
            assertEquals(0, create.plain());
            assertNull(create.count());
            assertNull(create.on());
            assertNull(create.l());
            assertNull(create.o());
        }

        @Test
        void defaultsAreNotSharedBetweenRequests() {
            create("{\"name\":\"ab\"}").config().put("touched", true);

            assertTrue(create("{\"name\":\"ab\"}").config().isEmpty());
        }

        @Test
        void textsLoseTheSpaceAroundThemUnlessTheyMayNot() {
            Create create = create("{\"name\":\" ab \",\"source\":\" return 1\\n\"}");

            assertEquals("ab", create.name());
            assertEquals(" return 1\n", create.source());
        }

        @Test
        void nullAndBlankPassWhereAllowed() {
            Create create = create("{\"name\":\"ab\",\"remark\":null,\"note\":\"\",\"maybe\":\"null\"}");

            assertNull(create.remark());
            assertEquals("", create.note());
            assertNull(create.maybe());
        }

        @Test
        void anyJsonStaysAsItWas() {
            Create create = create("{\"name\":\"ab\",\"any\":[1,{\"b\":null}],\"config\":{\"z\":1,\"a\":2}}");

            assertEquals("[1,{\"b\":null}]", create.any().toString());
            assertEquals("{\"z\":1,\"a\":2}", create.config().toString());
        }

        @Test
        void emptyBodyCountsAsEmptyObject() {
            Change change = reader.read(Change.class, new RawBody(new byte[0], "text/plain"));

            assertEquals(Patch.absent(), change.name());
        }
    }

    @Nested
    class Patches {

        @Test
        void tellAbsentNullAndValueApart() {
            Change change = change("{\"end\":null,\"n\":\"4\"}");

            assertEquals(Patch.absent(), change.name());
            assertEquals(Patch.of(null), change.end());
            assertEquals(Patch.of(4), change.n());
        }

        @Test
        void checkWhatTheyHold() {
            assertEquals("null", refusal(() -> change("{\"name\":null}")).code());
            assertEquals(
                    "max_length", refusal(() -> change("{\"name\":\"abcd\"}")).code());
            assertEquals("name", refusal(() -> change("{\"name\":\"abcd\"}")).attr());
            assertEquals("min_value", refusal(() -> change("{\"n\":0}")).code());
            assertEquals("n", refusal(() -> change("{\"n\":0}")).attr());
        }

        private Change change(String body) {
            return reader.read(Change.class, json(body));
        }
    }

    @Nested
    class Forms {

        @Test
        void fillTheSameRecord() {
            Create create = form(
                    "name=ab&count=5&on=true&l=x&l=y&numbers=1&any=%7B%22x%22%3A1%7D&config={}&o={\"x\":\"a\"}&name=cd");

            assertEquals("cd", create.name());
            assertEquals(5, create.count());
            assertEquals(true, create.on());
            assertEquals(List.of("x", "y"), create.l());
            assertEquals(List.of(1), create.numbers());
            assertEquals("{\"x\":1}", create.any().toString());
            assertEquals(new Inner("a", null), create.o());
        }

        @Test
        void absentBooleanIsFalseInACreateAndUntouchedInAChange() {
            assertEquals(false, form("name=ab").on());
            assertNull(form("name=ab").maybe());
            assertEquals(
                    Patch.absent(),
                    reader.read(Change.class, urlencoded("name=ab")).on());
        }

        @Test
        void emptyFieldIsNullOrAbsentOrBlankAsTheMemberAllows() {
            Create create = form("name=ab&remark=&note=&count=&source=");

            assertNull(create.remark());
            assertEquals("", create.note());
            assertNull(create.count());
            assertNull(create.source());
            assertEquals("blank", refusal(() -> form("name=")).code());
            assertEquals(
                    "blank",
                    refusal(() -> reader.read(Change.class, urlencoded("name=")))
                            .code());
        }

        @Test
        void brokenJsonOfAMemberIsThatMembersFault() {
            ApiException refusal = refusal(() -> form("name=ab&any={"));

            assertEquals("any", refusal.attr());
            assertEquals("invalid_input", refusal.code());
            assertEquals("Value must be valid JSON.", refusal.detail());
            assertEquals("name", refusal(() -> form("any={")).attr());
            assertEquals("any", refusal(() -> form("name=ab&any=")).attr());
        }

        @Test
        void brokenEncodingIsAParseError() {
            assertEquals("parse_error", refusal(() -> form("name=%zz")).code());
        }

        @Test
        void multipartReadsTheSame() {
            String text = "--b\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\näb\r\n"
                    + "--b\r\nContent-Disposition: form-data; name=\"l\"\r\n\r\nx\r\n"
                    + "--b\r\nContent-Disposition: form-data; name=\"l\"\r\n\r\ny\r\n"
                    + "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f\"\r\n\r\nz\r\n--b--\r\n";

            Create create = reader.read(
                    Create.class,
                    new RawBody(text.getBytes(StandardCharsets.UTF_8), "multipart/form-data; boundary=b"));

            assertEquals("äb", create.name());
            assertEquals(List.of("x", "y"), create.l());
        }

        @Test
        void multipartWithoutBoundaryIsAParseError() {
            RawBody body = new RawBody("--b".getBytes(StandardCharsets.UTF_8), "multipart/form-data");

            assertEquals(
                    "parse_error",
                    refusal(() -> reader.read(Create.class, body)).code());
        }

        private Create form(String body) {
            return reader.read(Create.class, urlencoded(body));
        }
    }

    @Property(tries = 200)
    void everyPlainTextComesBackAsItWas(@ForAll String text) {
        String stored = text.replace("\0", "")
                .codePoints()
                .filter(point -> point < 0xd800 || point > 0xdfff)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();

        String body = Json.write(Map.of("name", "ab", "source", "x" + stored));

        assertEquals("x" + stored, create(body).source());
    }

    @Test
    void readsFromTheStreamWithTheContentTypeOfTheHeader() throws Exception {
        var headers = new MultivaluedHashMap<String, String>();
        headers.putSingle("Content-Type", "application/json; charset=utf-8");
        @SuppressWarnings("unchecked")
        Class<Record> type = (Class<Record>) (Class<?>) Change.class;

        Record change = reader.readFrom(
                type,
                null,
                null,
                null,
                headers,
                new ByteArrayInputStream("{\"n\":3}".getBytes(StandardCharsets.UTF_8)));

        assertEquals(Patch.of(3), ((Change) change).n());
    }

    private Create create(String body) {
        return reader.read(Create.class, json(body));
    }

    private ApiException refusal(String body) {
        return refusal(() -> create(body));
    }

    private static ApiException refusal(Executable reading) {
        return assertThrows(ApiException.class, reading);
    }

    private static RawBody json(String text) {
        return new RawBody(text.getBytes(StandardCharsets.UTF_8), "application/json");
    }

    private static RawBody urlencoded(String text) {
        return new RawBody(text.getBytes(StandardCharsets.UTF_8), "application/x-www-form-urlencoded");
    }
}
