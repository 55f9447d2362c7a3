package dev.sightline.observability.capture.otel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

/** Conversations in the forms that instrumentations sent before the current conventions, row by row. */
class OlderConventionsTest {

    private static final Set<String> SEEN = new HashSet<>();

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "gen_ai.system.message|{'content':'be nice'}|$ai_input|[{'role':'system','content':'be nice'}]",
                "gen_ai.user.message|{'content':'hi','gen_ai.system':'openai'}|$ai_input|[{'role':'user','content':'hi'}]",
                "gen_ai.user.message|{'content':'[{\\'text\\':\\'hi\\'}]'}|$ai_input|[{'role':'user','content':[{'text':'hi'}]}]",
                "gen_ai.user.message|{'content':'[1, 2]','role':'customer'}|$ai_input|[{'role':'customer','content':'[1, 2]'}]",
                "gen_ai.user.message|{'gen_ai.event.content':'{\\'content\\':\\'hi\\'}'}|$ai_input|[{'role':'user','content':'hi'}]",
                "gen_ai.user.message|{}|$ai_input|[{'role':'user'}]",
                "gen_ai.assistant.message|{'tool_calls':'[{\\'id\\':\\'c\\'}]'}|$ai_input|[{'role':'assistant','tool_calls':[{'id':'c'}]}]",
                "gen_ai.tool.message|{'content':'21','id':'c'}|$ai_input|[{'role':'tool','content':'21','tool_call_id':'c'}]",
                "gen_ai.choice|{'index':'0','finish_reason':'stop','message':'{\\'role\\':\\'assistant\\',\\'content\\':\\'yo\\'}'}|$ai_output_choices|[{'role':'assistant','content':'yo','finish_reason':'stop'}]",
                "gen_ai.choice|{'message':{'content':'yo','tool_calls':[{'id':'c'}]}}|$ai_output_choices|[{'role':'assistant','content':'yo','tool_calls':[{'id':'c'}]}]",
                "gen_ai.choice|{'message':'plain words'}|$ai_output_choices|[{'role':'assistant','content':'plain words'}]",
                "gen_ai.content.prompt|{'gen_ai.prompt':'[{\\'role\\':\\'user\\',\\'content\\':\\'hi\\'}]'}|$ai_input|[{'role':'user','content':'hi'}]",
                "gen_ai.content.prompt|{'gen_ai.prompt':'hi'}|$ai_input|[{'role':'user','content':'hi'}]",
                "gen_ai.content.completion|{'gen_ai.completion':'[{\\'role\\':\\'assistant\\',\\'content\\':\\'yo\\'}]'}|$ai_output_choices|[{'role':'assistant','content':'yo'}]"
            })
    void aMessageInAnEvent(String name, String attributes, String property, String expected) {
        SEEN.add(name);

        ObjectNode properties = applied("{}", note(name, attributes));

        assertEquals(json(expected), properties.get(property));
    }

    @AfterAll
    static void everyEventIsTested() {
        assertEquals(MessageNotes.TABLE.keySet(), SEEN);
    }

    @Test
    void keepsTheOrderOfTheEvents() {
        ObjectNode properties = applied(
                "{}",
                note("gen_ai.system.message", "{'content':'1'}"),
                note("gen_ai.user.message", "{'content':'2'}"),
                note("exception", "{'exception.message':'no message of a model'}"),
                note("gen_ai.choice", "{'message':'4'}"),
                note("gen_ai.assistant.message", "{'content':'3'}"));

        assertEquals(
                json(
                        "[{'role':'system','content':'1'},{'role':'user','content':'2'},{'role':'assistant','content':'3'}]"),
                properties.get("$ai_input"));
        assertEquals(json("[{'role':'assistant','content':'4'}]"), properties.get("$ai_output_choices"));
    }

    @Test
    void lendsTheSpanTheAttributesOfItsDetails() {
        ObjectNode properties = applied(
                "{'gen_ai.response.model':'of the span'}",
                note(
                        "gen_ai.client.inference.operation.details",
                        "{'gen_ai.response.model':'of the event','gen_ai.input.messages':'[{\\'role\\':\\'user\\',\\'content\\':\\'hi\\'}]'}"));

        assertEquals("of the span", properties.path("$ai_model").asText());
        assertEquals(json("[{'role':'user','content':'hi'}]"), properties.get("$ai_input"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'gen_ai.prompt.0.role':'system','gen_ai.prompt.0.content':'be nice','gen_ai.prompt.1.role':'user','gen_ai.prompt.1.content':'hi'}|$ai_input|[{'role':'system','content':'be nice'},{'role':'user','content':'hi'}]",
                "{'gen_ai.prompt.10.content':'last','gen_ai.prompt.9.content':'first'}|$ai_input|[{'content':'first'},{'content':'last'}]",
                "{'gen_ai.prompt.0.content':'[{\\'type\\':\\'text\\',\\'text\\':\\'hi\\'}]'}|$ai_input|[{'content':[{'type':'text','text':'hi'}]}]",
                "{'gen_ai.prompt.0.role':'tool','gen_ai.prompt.0.tool_call_id':'c','gen_ai.prompt.0.content':'21'}|$ai_input|[{'role':'tool','tool_call_id':'c','content':'21'}]",
                "{'gen_ai.completion.0.role':'assistant','gen_ai.completion.0.finish_reason':'tool_calls','gen_ai.completion.0.tool_calls.0.id':'c','gen_ai.completion.0.tool_calls.0.name':'f','gen_ai.completion.0.tool_calls.0.arguments':'{}'}|$ai_output_choices|[{'role':'assistant','finish_reason':'tool_calls','tool_calls':[{'type':'function','id':'c','function':{'name':'f','arguments':'{}'}}]}]",
                "{'llm.request.functions.0.name':'f','llm.request.functions.0.description':'does','llm.request.functions.0.parameters':'{\\'type\\':\\'object\\'}'}|$ai_tools|[{'name':'f','description':'does','parameters':{'type':'object'}}]",
                // the newer form and the client's own win
                "{'gen_ai.input.messages':[{'role':'user','content':'new'}],'gen_ai.prompt.0.content':'old'}|$ai_input|[{'role':'user','content':'new'}]",
                "{'$ai_input':'own','gen_ai.prompt.0.content':'old'}|$ai_input|'own'",
                // what is no place in a list stays as it was sent
                "{'gen_ai.prompt.0.content':'hi','gen_ai.prompt.name':'p'}|$ai_prompt_name|'p'",
                "{'gen_ai.prompt.0.content':'hi','gen_ai.prompt.0.a.b.c':'x'}|gen_ai.prompt.0.a.b.c|'x'",
                "{'gen_ai.prompt.9999999.content':'x'}|gen_ai.prompt.9999999.content|'x'"
            })
    void aListSpreadOverAttributes(String attributes, String property, String expected) {
        assertEquals(json(expected), applied(attributes).get(property));
    }

    @Test
    void takesAwayWhatItGathered() {
        ObjectNode properties = applied("{'gen_ai.completion.0.role':'assistant','gen_ai.completion.0.content':'yo'}");

        assertTrue(properties.properties().stream()
                .noneMatch(member -> member.getKey().startsWith("gen_ai.")));
    }

    private static ObjectNode applied(String attributes, SpanNote... notes) {
        ObjectNode properties = (ObjectNode) json(attributes);
        Conventions.apply(properties, List.of(notes));
        return properties;
    }

    private static SpanNote note(String name, String attributes) {
        return new SpanNote(name, (ObjectNode) json(attributes));
    }

    /** Single quotes stand for double ones, escaped ones for those of a JSON text in a text. */
    private static JsonNode json(String text) {
        return Json.read(text.replace("\\'", "\\\"").replace('\'', '"'), JsonNode.class);
    }
}
