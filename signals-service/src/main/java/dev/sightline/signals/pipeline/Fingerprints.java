package dev.sightline.signals.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.model.local.Words;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.lucene.util.StringHelper;

/** Takes the {@link Fingerprint} of a signal. */
final class Fingerprints {

    /** Stems looked at, about the 2,000 characters that longer descriptions are summarised to. */
    private static final int MAX_STEMS = 320;

    private static final float PAIR = 0.5f;
    private static final int SEED = 0x5167;

    private final Map<Integer, Integer> counts = new TreeMap<>();
    private final Set<Integer> pairs = new TreeSet<>();

    private Fingerprints() {}

    static Fingerprint of(Signal signal) {
        Fingerprints taken = new Fingerprints();
        taken.count(Words.of(Marks.withoutPages(signal.title())));
        taken.count(Words.of(Marks.withoutPages(signal.body())));
        return taken.seal(Marks.of(signal.description()), identities(signal));
    }

    private static Set<String> identities(Signal signal) {
        Set<String> names = new TreeSet<>();
        names.add(signal.source().product() + ' ' + signal.sourceId());
        JsonNode grouping = signal.extra().path("fingerprint");
        if (grouping.isTextual()) {
            names.add(signal.source().product() + " fingerprint " + grouping.textValue());
        }
        return names;
    }

    private void count(List<String> stems) {
        String before = null;
        for (String stem : stems.subList(0, Math.min(MAX_STEMS, stems.size()))) {
            if (trivial(stem)) {
                continue;
            }
            counts.merge(hash(stem, CommonWords.contains(stem)), 1, Integer::sum);
            if (before != null) {
                pair(before, stem);
            }
            before = stem;
        }
    }

    private void pair(String before, String stem) {
        int hash = hash(before + ' ' + stem, CommonWords.contains(before) && CommonWords.contains(stem));
        pairs.add(hash);
        counts.merge(hash, 1, Integer::sum);
    }

    /** Small numbers count clicks and seconds; larger ones are codes, ports or years and may tell. */
    private static boolean trivial(String stem) {
        return stem.length() < 3 && stem.chars().allMatch(Character::isDigit);
    }

    private static int hash(String text, boolean common) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int hash = StringHelper.murmurhash3_x86_32(bytes, 0, bytes.length, SEED);
        return common ? hash | 1 : hash & ~1;
    }

    private Fingerprint seal(Marks marks, Set<String> identities) {
        int[] terms = new int[counts.size()];
        float[] weights = new float[counts.size()];
        int i = 0;
        for (Map.Entry<Integer, Integer> counted : counts.entrySet()) {
            terms[i] = counted.getKey();
            weights[i++] = saturated(counted.getValue()) * (pairs.contains(counted.getKey()) ? PAIR : 1);
        }
        return new Fingerprint(terms, weights, marks, identities);
    }

    /** 1 for one occurrence, 2 in the limit: the saturation of BM25 with k = 1. */
    private static float saturated(int count) {
        return 2f * count / (count + 1);
    }
}
