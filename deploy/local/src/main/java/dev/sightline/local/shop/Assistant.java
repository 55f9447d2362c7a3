package dev.sightline.local.shop;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the shop's assistant asked of two models in the eight weeks before a moment: made up, the same numbers every time.
 * Its answers became dear two days ago, and yesterday more than half of its searches failed.
 *
 * @param now the last call comes before it
 */
public record Assistant(Instant now) {

    static final String ANSWERS = "assistant-large";
    static final String SEARCHES = "assistant-search";

    private static final int DAYS = 60;
    private static final int ANSWERS_A_DAY = 60;
    private static final int SEARCHES_A_DAY = 80;
    private static final int OPENS = 7;
    private static final int OPEN_SECONDS = 14 * 60 * 60;

    /** The events, as SDKs send them, oldest day first. */
    public List<Map<String, Object>> events() {
        return IntStream.rangeClosed(1, DAYS)
                .map(day -> DAYS - day)
                .boxed()
                .flatMap(this::day)
                .toList();
    }

    private Stream<Map<String, Object>> day(int ago) {
        Random random = new Random(ago);
        LocalDate date = now.atOffset(ZoneOffset.UTC).toLocalDate().minusDays(ago);
        Stream<Map<String, Object>> answers = IntStream.range(0, ANSWERS_A_DAY)
                .mapToObj(i -> call("$ai_generation", at(date, random), random, answer(ago, random)));
        Stream<Map<String, Object>> searches = IntStream.range(0, SEARCHES_A_DAY)
                .mapToObj(i -> call("$ai_embedding", at(date, random), random, search(ago, random)));
        return Stream.concat(answers, searches)
                .filter(event -> Instant.parse((String) event.get("timestamp")).isBefore(now));
    }

    private static Instant at(LocalDate date, Random random) {
        return date.atTime(OPENS, 0).plusSeconds(random.nextInt(OPEN_SECONDS)).toInstant(ZoneOffset.UTC);
    }

    private static Map<String, Object> call(String event, Instant at, Random random, Map<String, Object> properties) {
        return Map.of(
                "event",
                event,
                "uuid",
                UUID.randomUUID().toString(),
                "distinct_id",
                "shopper-" + random.nextInt(40),
                "timestamp",
                at.toString(),
                "properties",
                properties);
    }

    private static Map<String, Object> answer(int ago, Random random) {
        boolean isDear = ago == 1 || ago == 2;
        int tokens = (isDear ? 5_000 : 1_500) + random.nextInt(300);
        return Map.of(
                "$ai_model",
                ANSWERS,
                "$ai_provider",
                "shop",
                "$ai_trace_id",
                UUID.randomUUID().toString(),
                "$ai_input_tokens",
                tokens,
                "$ai_total_cost_usd",
                tokens * 0.00002,
                "$ai_latency",
                0.8 + 0.4 * random.nextDouble(),
                "$ai_http_status",
                200);
    }

    private static Map<String, Object> search(int ago, Random random) {
        boolean fails = random.nextInt(100) < (ago == 1 ? 60 : 2);
        return Map.of(
                "$ai_model",
                SEARCHES,
                "$ai_provider",
                "shop",
                "$ai_trace_id",
                UUID.randomUUID().toString(),
                "$ai_total_cost_usd",
                0.0001,
                "$ai_latency",
                0.1 + 0.1 * random.nextDouble(),
                "$ai_is_error",
                fails,
                "$ai_http_status",
                fails ? 503 : 200);
    }
}
