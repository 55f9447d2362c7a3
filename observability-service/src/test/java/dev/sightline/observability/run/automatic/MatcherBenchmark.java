package dev.sightline.observability.run.automatic;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.ThreadMXBean;
import dev.sightline.event.EventCaptured;
import dev.sightline.json.Json;
import dev.sightline.observability.evaluation.Criteria;
import dev.sightline.observability.evaluation.Evaluation;
import dev.sightline.observability.evaluation.Status;
import dev.sightline.observability.evaluation.condition.ConditionSet;
import dev.sightline.time.UuidV7;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * CPU time of one match: 1,000 evaluations of one project and 1,000 generations, which is what a second of
 * 1,000 generations takes. Run by its name; {@code PERFORMANCE.md} has the figures.
 */
class MatcherBenchmark {

    private static final int EVALUATIONS = 1000;
    private static final int EVENTS = 1000;
    private static final int ROUNDS = 10;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "first filter fails: exact text|100|{\"key\":\"$ai_model\",\"value\":[\"other-N\"]}",
                "first filter fails: absent property|100|{\"key\":\"tenant\",\"value\":\"tN\"}",
                "first filter fails: number|100|{\"key\":\"$ai_latency\",\"value\":\"10N\",\"operator\":\"gt\"}",
                "first filter fails: icontains|100|{\"key\":\"$ai_model\",\"value\":\"other-N\",\"operator\":\"icontains\"}",
                "first filter fails: regex|100|{\"key\":\"$ai_model\",\"value\":\"^other-N-\",\"operator\":\"regex\"}",
                "first filter fails: hogql|100|{\"key\":\"properties.$ai_latency > 10N\",\"type\":\"hogql\"}",
                "all filters hold, 0.1 % sampled|0.1|{\"key\":\"$ai_model\",\"value\":[\"gpt-5-mini\"]}",
                "all filters hold, all sampled|100|{\"key\":\"$ai_model\",\"value\":[\"gpt-5-mini\"]}"
            })
    void match(String name, double rollout, String filter) {
        List<Watch> watches = IntStream.range(0, EVALUATIONS)
                .mapToObj(i -> watch(rollout, filter.replace("N", "" + i)))
                .toList();
        List<EventCaptured> events =
                IntStream.range(0, EVENTS).mapToObj(i -> event()).toList();
        ToLongFunction<List<EventCaptured>> round = all -> all.stream()
                .mapToLong(event -> Matcher.interested(event, watches).size())
                .sum();
        round.applyAsLong(events.subList(0, 200));

        long matched = 0;
        long before = THREADS.getCurrentThreadCpuTime();
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < ROUNDS; i++) {
            matched += round.applyAsLong(events);
        }
        double matches = (double) ROUNDS * EVENTS * EVALUATIONS;
        System.out.printf(
                "match | %s | %.3f us CPU | %.0f bytes | %.2f %% matched%n",
                name,
                (THREADS.getCurrentThreadCpuTime() - before) / 1000.0 / matches,
                (THREADS.getCurrentThreadAllocatedBytes() - allocated) / matches,
                100 * matched / matches);
        assertTrue(matched >= 0);
    }

    private static Watch watch(double rollout, String filter) {
        Instant now = Instant.now();
        ConditionSet set = new ConditionSet("a", rollout, List.of(Json.read(filter, ObjectNode.class)));
        Evaluation evaluation = new Evaluation(
                1,
                UuidV7.next(),
                "n",
                "",
                new Evaluation.State(Status.ACTIVE, null, null, false),
                new Criteria.Coded("return true", "[]", false),
                List.of(set),
                Optional.empty(),
                new Evaluation.Made(1, now, now),
                1);
        return Watch.of(evaluation, ZoneOffset.UTC);
    }

    private static EventCaptured event() {
        ObjectNode properties = Json.read(
                "{\"$ai_model\":\"gpt-5-mini\",\"$ai_provider\":\"openai\",\"$ai_latency\":1.5,\"$ai_input_tokens\":812,"
                        + "\"$ai_output_tokens\":95,\"$ai_trace_id\":\"t\",\"$lib\":\"posthog-python\",\"$ai_input\":"
                        + "[{\"role\":\"user\",\"content\":\"hello\"}],\"$ai_output_choices\":[{\"content\":\"hi\"}]}",
                ObjectNode.class);
        Instant now = Instant.now();
        return new EventCaptured(1, UuidV7.next(), "$ai_generation", "d", now, now, properties);
    }
}
