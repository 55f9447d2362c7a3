package dev.sightline.observability.capture.otel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.json.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The mapping from semantic conventions to properties, row by row. */
class GenAiAttributesTest {

    private static final Set<String> SEEN = new HashSet<>();

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "gen_ai.provider.name|'openai'|$ai_provider|'openai'",
                "gen_ai.system|'openai'|$ai_provider|'openai'",
                "gen_ai.response.model|'gpt-4o-2024-08-06'|$ai_model|'gpt-4o-2024-08-06'",
                "gen_ai.request.model|'gpt-4o'|$ai_model|'gpt-4o'",
                "gen_ai.usage.input_tokens|'5'|$ai_input_tokens|5",
                "gen_ai.usage.prompt_tokens|'5'|$ai_input_tokens|5",
                "gen_ai.usage.output_tokens|'2'|$ai_output_tokens|2",
                "gen_ai.usage.completion_tokens|'2'|$ai_output_tokens|2",
                "gen_ai.usage.cache_read.input_tokens|'3'|$ai_cache_read_input_tokens|3",
                "gen_ai.usage.cache_creation.input_tokens|'4'|$ai_cache_creation_input_tokens|4",
                "gen_ai.usage.cache_read_input_tokens|'3'|$ai_cache_read_input_tokens|3",
                "gen_ai.usage.cache_creation_input_tokens|'4'|$ai_cache_creation_input_tokens|4",
                "llm.usage.total_tokens|'9'|$ai_total_tokens|9",
                "llm.is_streaming|true|$ai_stream|true",
                "traceloop.entity.input|'{\\'a\\':1}'|$ai_input_state|{'a':1}",
                "traceloop.entity.output|'done'|$ai_output_state|'done'",
                "gen_ai.usage.reasoning.output_tokens|'6'|$ai_reasoning_tokens|6",
                "gen_ai.input.messages|'[{\\'role\\':\\'user\\',\\'parts\\':[{\\'type\\':\\'text\\',\\'content\\':\\'hi\\'}]}]'|$ai_input|[{'role':'user','content':'hi'}]",
                "gen_ai.output.messages|[{'role':'assistant','parts':[{'type':'text','content':'yo'}],'finish_reason':'stop'}]|$ai_output_choices|[{'role':'assistant','finish_reason':'stop','content':'yo'}]",
                "gen_ai.tool.definitions|'[{\\'name\\':\\'f\\'}]'|$ai_tools|[{'name':'f'}]",
                "gen_ai.tool.call.arguments|'{\\'a\\':1}'|$ai_input_state|{'a':1}",
                "gen_ai.tool.call.result|'sunny'|$ai_output_state|'sunny'",
                "gen_ai.conversation.id|'c1'|$ai_session_id|'c1'",
                "gen_ai.response.id|'r1'|$ai_completion_id|'r1'",
                "gen_ai.response.finish_reasons|['stop','length']|$ai_stop_reason|'stop'",
                "gen_ai.response.time_to_first_chunk|0.25|$ai_time_to_first_token|0.25",
                "gen_ai.request.temperature|0.2|$ai_temperature|0.2",
                "gen_ai.request.max_tokens|'50'|$ai_max_tokens|50",
                "gen_ai.request.stream|true|$ai_stream|true",
                "gen_ai.prompt.name|'p'|$ai_prompt_name|'p'",
                "server.address|'api.openai.com'|$ai_base_url|'api.openai.com'",
                "http.response.status_code|'200'|$ai_http_status|200",
                "error.type|'timeout'|$ai_error|'timeout'",
                "telemetry.sdk.name|'opentelemetry'|$ai_lib|'opentelemetry'",
                "telemetry.sdk.version|'2.0'|$ai_lib_version|'2.0'"
            })
    void becomes(String attribute, String value, String property, String expected) {
        SEEN.add(attribute);

        ObjectNode renamed = renamed("{'" + attribute + "':" + value + "}");

        assertEquals(json(expected).toString(), renamed.get(property).toString());
        assertFalse(renamed.has(attribute));
    }

    @AfterAll
    static void everyRowIsTested() {
        GenAiAttributes.TABLE.forEach(row -> assertEquals(true, SEEN.contains(row.attribute()), row.attribute()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                // a newer name wins and the older stays beside it
                "{'gen_ai.request.model':'asked','gen_ai.response.model':'used'}|$ai_model|'used'",
                "{'gen_ai.request.model':'asked','gen_ai.response.model':'used'}|gen_ai.request.model|'asked'",
                // the client's own property wins
                "{'$ai_model':'own','gen_ai.response.model':'used'}|$ai_model|'own'",
                // what does not fit stays as it was sent
                "{'gen_ai.usage.input_tokens':'many'}|$ai_input_tokens|'many'",
                "{'gen_ai.usage.input_tokens':'1.5'}|$ai_input_tokens|1.5",
                "{'gen_ai.input.messages':'[broken'}|$ai_input|'[broken'",
                "{'gen_ai.input.messages':'plain'}|$ai_input|'plain'",
                "{'gen_ai.response.finish_reasons':[]}|$ai_stop_reason|[]",
                // null is absent
                "{'gen_ai.provider.name':null,'gen_ai.system':'openai'}|$ai_provider|'openai'",
                // cached tokens are counted within the input
                "{'gen_ai.usage.cache_read.input_tokens':'1'}|$ai_cache_reporting_exclusive|false",
                "{'$ai_cache_reporting_exclusive':true,'gen_ai.usage.cache_read.input_tokens':'1'}|$ai_cache_reporting_exclusive|true",
                // instructions come first
                "{'gen_ai.system_instructions':'[{\\'type\\':\\'text\\',\\'content\\':\\'be nice\\'}]','gen_ai.input.messages':[{'role':'user','content':'hi'}]}|$ai_input|[{'role':'system','content':'be nice'},{'role':'user','content':'hi'}]",
                "{'gen_ai.system_instructions':'be nice'}|$ai_input|[{'role':'system','content':'be nice'}]",
                "{'gen_ai.system_instructions':'be nice','gen_ai.input.messages':[{'role':'system','content':'x'}]}|$ai_input|[{'role':'system','content':'x'}]",
                // a message of several parts keeps them as blocks
                "{'gen_ai.input.messages':[{'role':'assistant','parts':[{'type':'text','content':'look'},{'type':'tool_call','id':'1','name':'f','arguments':{'a':1}}]}]}|$ai_input|[{'role':'assistant','content':[{'type':'text','text':'look'},{'type':'function','id':'1','function':{'name':'f','arguments':{'a':1}}}]}]",
                "{'gen_ai.input.messages':['odd',{'parts':3}]}|$ai_input|['odd',{'parts':3}]"
            })
    void decidesBetween(String properties, String name, String expected) {
        assertEquals(json(expected), renamed(properties).get(name));
    }

    @Test
    void leavesOtherAttributesWhereTheyAre() {
        ObjectNode renamed =
                renamed("{'service.name':'shop','gen_ai.operation.name':'chat','$otel_span_name':'chat x'}");

        assertEquals(
                json(
                        "{'service.name':'shop','gen_ai.operation.name':'chat','$otel_span_name':'chat x','$ai_span_name':'chat x'}"),
                renamed);
    }

    private static ObjectNode renamed(String properties) {
        ObjectNode tree = (ObjectNode) json(properties);
        if (!tree.has("$otel_span_name")) {
            tree.put("$otel_span_name", "s");
        }
        Conventions.apply(tree, List.of());
        return tree;
    }

    /** Single quotes stand for double ones, escaped ones for those of a JSON text in a text. */
    private static JsonNode json(String text) {
        return Json.read(text.replace("\\'", "\\\"").replace('\'', '"'), JsonNode.class);
    }
}
