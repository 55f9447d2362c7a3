package dev.sightline.signals.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import dev.sightline.json.Json;
import dev.sightline.model.LanguageModel;
import dev.sightline.model.ModelAnswer;
import dev.sightline.model.ModelRequest;
import dev.sightline.signals.pipeline.LabelledSignals.Labelled;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Matches labelled signals without a mistake, as far as it is shown the right candidates, and counts the tokens of what it
 * is asked. It writes no queries of its own.
 */
final class LabellingModel implements LanguageModel {

    private static final Encoding ENCODING = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.CL100K_BASE);

    /** Tokens of the requests by question. */
    final Map<String, List<Integer>> tokens = new TreeMap<>();

    private final Map<String, String> groupOfText;
    private final Map<String, String> groupOfSignal;

    LabellingModel(List<Labelled> set) {
        groupOfText = groups(set, labelled -> labelled.signal().description());
        groupOfSignal = groups(set, labelled -> labelled.signal().id().toString());
    }

    private static Map<String, String> groups(List<Labelled> set, Function<Labelled, String> key) {
        return set.stream().collect(Collectors.toMap(key, Labelled::group));
    }

    @Override
    public Uni<ModelAnswer> answer(ModelRequest request) {
        int count = request.messages().stream()
                        .mapToInt(message -> ENCODING.countTokensOrdinary(message.text()))
                        .sum()
                + ENCODING.countTokensOrdinary(request.schema().toString());
        tokens.computeIfAbsent(request.schemaName(), name -> new ArrayList<>()).add(count);
        JsonNode material = Json.read(request.messages().get(1).text(), JsonNode.class);
        return Uni.createFrom()
                .item(new ModelAnswer(answer(request.schemaName(), material).toString(), ModelAnswer.Usage.NONE));
    }

    private ObjectNode answer(String question, JsonNode material) {
        return switch (question) {
            case "search_queries" -> {
                ObjectNode answer = Json.mapper().createObjectNode();
                answer.putArray("queries")
                        .add(material.at("/signal/text")
                                .asText()
                                .lines()
                                .findFirst()
                                .orElseThrow());
                yield answer;
            }
            case "signal_match" -> match(material);
            case "specificity" ->
                Json.mapper()
                        .createObjectNode()
                        .put("pr_title", "fix: it")
                        .put("reason", "one cause")
                        .put("specific_enough", true);
            default -> throw new AssertionError(question);
        };
    }

    private ObjectNode match(JsonNode material) {
        String group = groupOfText.get(material.at("/new_signal/text").asText());
        for (JsonNode candidate : material.path("candidates")) {
            if (group.equals(groupOfSignal.get(candidate.path("signal_id").asText()))) {
                return answer("existing")
                        .put("signal_id", candidate.path("signal_id").asText())
                        .put("query_index", 0);
            }
        }
        return answer("new").put("title", "T").put("summary", "S");
    }

    private static ObjectNode answer(String type) {
        return Json.mapper().createObjectNode().put("reason", "label").put("match_type", type);
    }
}
