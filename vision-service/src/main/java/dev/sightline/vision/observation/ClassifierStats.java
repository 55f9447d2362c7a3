package dev.sightline.vision.observation;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.sightline.vision.observation.Answer.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The tags a classifier gave most, of its vocabulary and beyond. */
@JsonPropertyOrder({"fixed_ranked", "freeform_ranked", "total_with_tags"})
record ClassifierStats(List<TagCount> fixedRanked, List<TagCount> freeformRanked, long totalWithTags) {

    private static final int MOST = 10;

    @JsonPropertyOrder({"tag", "count"})
    record TagCount(String tag, long count) {

        private static final Comparator<TagCount> RANK =
                Comparator.comparing(TagCount::count).reversed().thenComparing(TagCount::tag);
    }

    static ClassifierStats of(Answers answers) {
        return new ClassifierStats(ranked(answers.of(Kind.TAG)), ranked(answers.of(Kind.FREEFORM)), answers.tagged());
    }

    private static List<TagCount> ranked(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(entry -> new TagCount(entry.getKey(), entry.getValue()))
                .sorted(TagCount.RANK)
                .limit(MOST)
                .toList();
    }
}
