package dev.sightline.vision.observation;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The SQL of observation statistics. */
final class StatisticsQueries {

    private StatisticsQueries() {}

    static final String SCANNER = "select scanner_type, scanner_config from scanner where project_id = $1 and id = $2";

    /**
     * From the sums: whole days, what is in flight, and of the day on which the recent window begins, what was made after
     * its hour.
     *
     * @param condition on columns that sums and rows both have
     * @param strands those of the rows that have ended
     * @param since the beginning of the window
     * @param midnight the one after it
     */
    static String tallied(String condition, String strands, String since, String midnight) {
        return """
            select status, verdict, sum(total)::bigint as total,
                   coalesce(sum(total) filter (where day >= (%3$s::timestamptz at time zone 'UTC')::date), 0)::bigint
                       as recent,
                   sum(tagged)::bigint as tagged
              from observation_day_tally
             where %1$s
             group by status, verdict
            union all
            select status, '', count(*), count(*) filter (where created_at >= %2$s), 0
              from observation
             where %1$s and status in ('pending', 'running')
             group by status
            union all
            select 'succeeded', '', 0, count(*), 0
              from observation
             where project_id = $1 and scanner_id = $2 and strand = any(%4$s)
               and created_at >= %2$s and created_at < %3$s
            """.formatted(condition, since, midnight, strands);
    }

    /** $3 the triggers whose answers count. */
    static final String TALLIED_ANSWERS = """
            select kind, value, sum(total)::bigint as total
              from observation_answer_tally
             where project_id = $1 and scanner_id = $2 and triggered_by = any($3)
             group by kind, value
            having sum(total) > 0
            """;

    private static final Map<String, List<String>> ANSWER_COLUMNS = Map.of(
            "monitor", List.of("verdict"),
            "classifier", List.of("tags", "tags_freeform"),
            "scorer", List.of("score"),
            "summarizer", List.of());

    private static final List<String> ALL_COLUMNS = List.of("verdict", "score", "tags", "tags_freeform");

    /**
     * From the rows themselves; equal answers are one group.
     *
     * @param scannerType what is asked of an answer: grouping by more takes longer
     */
    static String raw(String scannerType, String condition, String recentSince) {
        List<String> asked = ANSWER_COLUMNS.getOrDefault(scannerType, ALL_COLUMNS);
        String columns = ALL_COLUMNS.stream()
                .map(column -> asked.contains(column) ? column : "null::" + type(column) + " as " + column)
                .collect(Collectors.joining(", "));
        return "select status, " + columns + ", count(*) as total, count(*) filter (where created_at >= "
                + recentSince + ") as recent from observation where " + condition
                + Stream.concat(Stream.of("status"), asked.stream())
                        .collect(Collectors.joining(", ", " group by ", ""));
    }

    private static String type(String column) {
        return switch (column) {
            case "verdict" -> "text";
            case "score" -> "numeric";
            default -> "jsonb";
        };
    }
}
