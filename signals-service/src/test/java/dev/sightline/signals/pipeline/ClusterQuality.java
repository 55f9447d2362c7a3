package dev.sightline.signals.pipeline;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How well found clusters agree with true groups: homogeneity and completeness (Rosenberg and Hirschberg, 2007), the
 * adjusted Rand index (Hubert and Arabie, 1985), and precision and recall of pairs.
 */
record ClusterQuality(double homogeneity, double completeness, double ari, double precision, double recall) {

    static ClusterQuality of(List<?> groups, List<?> clusters) {
        List<List<?>> both = IntStream.range(0, groups.size())
                .<List<?>>mapToObj(i -> List.of(groups.get(i), clusters.get(i)))
                .toList();
        Collection<Long> a = sizes(groups);
        Collection<Long> b = sizes(clusters);
        Collection<Long> ab = sizes(both);
        double expected = pairs(a) * pairs(b) / pairs(List.of((long) groups.size()));
        return new ClusterQuality(
                entropy(a) == 0 ? 1 : 1 - (entropy(ab) - entropy(b)) / entropy(a),
                entropy(b) == 0 ? 1 : 1 - (entropy(ab) - entropy(a)) / entropy(b),
                (pairs(ab) - expected) / ((pairs(a) + pairs(b)) / 2 - expected),
                pairs(b) == 0 ? 1 : pairs(ab) / pairs(b),
                pairs(ab) / pairs(a));
    }

    static ClusterQuality mean(List<ClusterQuality> runs) {
        return new ClusterQuality(
                mean(runs, ClusterQuality::homogeneity),
                mean(runs, ClusterQuality::completeness),
                mean(runs, ClusterQuality::ari),
                mean(runs, ClusterQuality::precision),
                mean(runs, ClusterQuality::recall));
    }

    double f1() {
        return 2 * precision * recall / (precision + recall);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "homogeneity %.3f  completeness %.3f  ARI %.3f  pair precision %.3f  recall %.3f  F1 %.3f",
                homogeneity,
                completeness,
                ari,
                precision,
                recall,
                f1());
    }

    private static Collection<Long> sizes(List<?> labels) {
        return labels.stream()
                .collect(Collectors.groupingBy(label -> (Object) label, Collectors.counting()))
                .values();
    }

    private static double entropy(Collection<Long> sizes) {
        double all = sizes.stream().mapToLong(size -> size).sum();
        return -sizes.stream()
                .mapToDouble(size -> size / all * Math.log(size / all))
                .sum();
    }

    private static double pairs(Collection<Long> sizes) {
        return sizes.stream().mapToDouble(size -> size * (size - 1) / 2.0).sum();
    }

    private static double mean(List<ClusterQuality> runs, Function<ClusterQuality, Double> figure) {
        return runs.stream().mapToDouble(figure::apply).average().orElseThrow();
    }
}
