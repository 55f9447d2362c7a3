package dev.sightline.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonSyntaxTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "name=string     | Expecting value: line 1 column 1 (char 0)",
                "{\"name\":}     | Expecting value: line 1 column 9 (char 8)",
                "{\"name\": x    | Expecting value: line 1 column 10 (char 9)",
                "{\"a\" 1}       | Expecting ':' delimiter: line 1 column 6 (char 5)",
                "{\"a\":1 \"b\":2} | Expecting ',' delimiter: line 1 column 8 (char 7)",
                "{\"a\":1,}      | Expecting property name enclosed in double quotes: line 1 column 8 (char 7)",
                "[1,]            | Expecting value: line 1 column 4 (char 3)",
                "[1 2]           | Expecting ',' delimiter: line 1 column 4 (char 3)",
                "[\"a            | Unterminated string starting at: line 1 column 2 (char 1)",
                "\"a\\x\"        | Invalid \\escape: line 1 column 3 (char 2)",
                "\"\\u12\"       | Invalid \\uXXXX escape: line 1 column 3 (char 2)",
                "{\"a\":\"b\\    | Unterminated string starting at: line 1 column 6 (char 5)",
                "{               | Expecting property name enclosed in double quotes: line 1 column 2 (char 1)",
                "[               | Expecting value: line 1 column 2 (char 1)",
                "{\"a\":1} x     | Extra data: line 1 column 9 (char 8)",
                "{a:1}           | Expecting property name enclosed in double quotes: line 1 column 2 (char 1)",
                "\"a\tb\"        | Invalid control character at: line 1 column 3 (char 2)",
                "-               | Expecting value: line 1 column 1 (char 0)",
                "01              | Extra data: line 1 column 2 (char 1)",
                "{\"a\":↵  tru} | Expecting value: line 2 column 3 (char 8)",
                "\"é\" x         | Extra data: line 1 column 5 (char 4)",
                "\"😀\" x        | Extra data: line 1 column 5 (char 4)",
            })
    void saysWhereTheTextStopsBeingJson(String row, String complaint) {
        String text = row.replace('↵', '\n');

        assertEquals("JSON parse error - " + complaint, JsonSyntax.complaint(text, parseFailure(text)));
    }

    @Test
    void limitsOfTheParserAreNamedToo() {
        String deep = "[".repeat(2000) + "]".repeat(2000);

        String complaint = JsonSyntax.complaint(deep, parseFailure(deep));

        assertEquals("JSON parse error - Nested too deeply: line 1 column 1001 (char 1000)", complaint);
    }

    @Test
    void whatOnlyTheParserDislikesKeepsItsWords() {
        String text = "1".repeat(5000);

        String detail = JsonSyntax.complaint(text, parseFailure(text));

        assertTrue(
                detail.matches("JSON parse error - .*exceeds the maximum.*: line \\d+ column \\d+ \\(char \\d+\\)"),
                detail);
    }

    private static JsonProcessingException parseFailure(String text) {
        return assertThrows(JsonProcessingException.class, () -> Json.mapper()
                .reader(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .readTree(text));
    }
}
