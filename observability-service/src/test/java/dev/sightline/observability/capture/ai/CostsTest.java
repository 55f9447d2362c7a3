package dev.sightline.observability.capture.ai;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.json.Json;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Step 3 of spec/observability.md 9.5. The list of these tests is their own, so that no new price breaks them. */
class CostsTest {

    private static final List<String> COSTS = List.of(
            "$ai_input_cost_usd",
            "$ai_output_cost_usd",
            "$ai_request_cost_usd",
            "$ai_web_search_cost_usd",
            "$ai_total_cost_usd");

    private static final PriceFile LIST = Json.read("""
            {"providers": [
              {"provider": "openai", "as_of": "2026-01-01", "models": [
                {"model": "plain", "input": 2, "output": 8, "cache_read": 0.5},
                {"model": "bare", "input": 4, "output": 0}]},
              {"provider": "anthropic", "as_of": "2026-01-01", "models": [
                {"model": "claude-x", "input": 3, "output": 15, "cache_read": 0.3, "cache_write": 3.75},
                {"model": "claude-bare", "input": 3, "output": 15}]},
              {"provider": "google", "as_of": "2026-01-01", "models": [
                {"model": "gemini-x", "input": 1, "output": 10}]}]}""", PriceFile.class);

    private final Costs costs = new Costs(new PriceList(LIST));

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            nullValues = "-",
            value = {
                // what | properties without the prefix $ai_ | input | output | request | web search | total
                "listed|model:'plain',input_tokens:1000000,output_tokens:500000|2|4|-|-|6",
                "token counts as text|model:'plain',input_tokens:'1000000',output_tokens:'1'|2|0.000008|-|-|2.000008",
                "no tokens|model:'plain'|0|0|-|-|0",
                "cached within the input|model:'plain',input_tokens:1000000,cache_read_input_tokens:400000|1.4|0|-|-|1.4",
                "cached beside the input|model:'plain',input_tokens:1000000,cache_read_input_tokens:400000,cache_reporting_exclusive:true|2.2|0|-|-|2.2",
                "more cached than input|model:'plain',input_tokens:1,cache_read_input_tokens:1000000|0.5|0|-|-|0.5",
                "half price for reads by default|model:'bare',input_tokens:1000000,cache_read_input_tokens:1000000|2|0|-|-|2",
                "anthropic counts apart|model:'claude-x',input_tokens:1000000,cache_read_input_tokens:1000000,cache_creation_input_tokens:1000000|7.05|0|-|-|7.05",
                "anthropic counts within|model:'claude-x',input_tokens:2000000,cache_read_input_tokens:1000000,cache_creation_input_tokens:1000000,cache_reporting_exclusive:false|4.05|0|-|-|4.05",
                "anthropic shares|model:'claude-bare',cache_read_input_tokens:1000000,cache_creation_input_tokens:1000000|4.05|0|-|-|4.05",
                "an hour's cache|model:'claude-x',cache_creation_input_tokens:1000000,cache_creation_1h_input_tokens:400000|4.65|0|-|-|4.65",
                "cache writes by age only|model:'claude-x',cache_creation_5m_input_tokens:600000,cache_creation_1h_input_tokens:400000|4.65|0|-|-|4.65",
                "gemini thinks beside its output|model:'gemini-x',output_tokens:100000,reasoning_tokens:100000|0|2|-|-|2",
                "others think within it|model:'plain',output_tokens:100000,reasoning_tokens:100000|0|0.8|-|-|0.8",
                "both sent|input_cost_usd:1,output_cost_usd:2|1|2|-|-|3",
                "both sent for a listed model|model:'plain',input_tokens:9,input_cost_usd:1,output_cost_usd:2|1|2|-|-|3",
                "both sent with fees|input_cost_usd:1,output_cost_usd:2,request_cost_usd:3,web_search_cost_usd:4|1|2|3|4|10",
                "all sent|input_cost_usd:1,output_cost_usd:2,total_cost_usd:7|1|2|-|-|7",
                "one sent|model:'plain',input_tokens:1000000,output_tokens:1000000,input_cost_usd:1|1|8|-|-|9",
                "the total sent|model:'plain',input_tokens:1000000,total_cost_usd:7|2|0|-|-|7",
                "an invalid cost sent|model:'plain',input_tokens:1000000,input_cost_usd:'much',output_cost_usd:-1|2|0|-|-|2",
                "own prices|model:'plain',input_tokens:2,output_tokens:3,input_token_price:0.5,output_token_price:'0.25'|1|0.75|-|-|1.75",
                "own prices of caches|input_tokens:2,cache_read_input_tokens:2,input_token_price:1,output_token_price:1,cache_read_token_price:0.25|0.5|0|-|-|0.5",
                "one own price|model:'plain',input_tokens:1000000,input_token_price:9|2|0|-|-|2",
                "request price|model:'plain',request_price:0.5|0|0|0.5|-|0.5",
                "request price by count|model:'plain',request_price:0.5,request_count:4|0|0|2|-|2",
                "web searches|model:'plain',web_search_price:0.01,web_search_count:3|0|0|-|0.03|0.03",
                "unknown model|model:'nobody-knows',input_tokens:5|-|-|-|-|-",
                "no model|input_tokens:5|-|-|-|-|-",
                "a model that is no text|model:{'a':1},input_tokens:5|-|-|-|-|-",
                "hostile numbers|model:'plain',input_tokens:'1e999999999',output_tokens:'NaN'|0|0|-|-|0"
            })
    void addsWhatIsMissing(
            String what, String sent, String input, String output, String request, String webSearch, String total) {
        ObjectNode properties = properties(sent);

        costs.add(properties);

        List<String> expected = Arrays.asList(input, output, request, webSearch, total);
        assertEquals(
                expected, COSTS.stream().map(name -> printed(properties, name)).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            nullValues = "-",
            value = {
                "model:'openai/Plain-2026-01-01'|plain|manual|openai",
                "model:'x',input_token_price:1,output_token_price:1|custom|custom|custom",
                "input_cost_usd:1,output_cost_usd:1,model:'plain'|-|-|-",
                "model:'x'|-|-|-"
            })
    void saysWhereThePriceIsFrom(String sent, String model, String source, String provider) {
        ObjectNode properties = properties(sent);

        costs.add(properties);

        assertEquals(model, properties.path("$ai_model_cost_used").textValue());
        assertEquals(source, properties.path("$ai_cost_model_source").textValue());
        assertEquals(provider, properties.path("$ai_cost_model_provider").textValue());
    }

    private static String printed(ObjectNode properties, String name) {
        return properties.has(name)
                ? new BigDecimal(properties.get(name).asText())
                        .stripTrailingZeros()
                        .toPlainString()
                : null;
    }

    private static ObjectNode properties(String sent) {
        String named = sent.replaceAll("(\\w+):", "'\\$ai_$1':");
        return Json.read("{" + named.replace('\'', '"') + "}", ObjectNode.class);
    }
}
