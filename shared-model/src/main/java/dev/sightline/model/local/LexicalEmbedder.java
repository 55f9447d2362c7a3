package dev.sightline.model.local;

import dev.sightline.model.Embedder;
import dev.sightline.model.local.Features.Feature;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.lucene.util.StringHelper;

/**
 * An embedder without a model: texts that share words, pairs of words or pieces of words get close vectors.
 *
 * <p>Each feature is hashed (MurmurHash3 over UTF-8, never {@code hashCode}) to one of the dimensions and to a sign,
 * which keeps chance collisions unbiased (Weinberger et al., "Feature Hashing for Large Scale Multitask Learning",
 * 2009); it adds 1 + ln(its count) times the weight of its kind; the sum is scaled to length 1. A text without words is
 * the zero vector.
 *
 * <p>The same text gives the same vector, bit for bit, on every machine. A vector depends on its text alone: how rare a
 * word is in a project changes from day to day and is therefore never part of a stored vector. Whoever needs rarity
 * weighs features when two texts are compared. A change of the analysis must change {@link #name()}.
 */
public final class LexicalEmbedder implements Embedder {

    private static final int DIMENSIONS = 1024;
    private static final int SEED = 0x51677468;

    @Override
    public String name() {
        return "local-lexical-1";
    }

    @Override
    public int dimensions() {
        return DIMENSIONS;
    }

    @Override
    public Uni<List<float[]>> embed(List<String> texts) {
        return Uni.createFrom()
                .item(() -> texts.stream().map(LexicalEmbedder::vector).toList());
    }

    /** The vector of one text. */
    public static float[] vector(String text) {
        double[] sum = new double[DIMENSIONS];
        for (Map.Entry<Feature, Integer> counted : Features.of(Words.of(text)).entrySet()) {
            add(sum, counted.getKey(), 1 + StrictMath.log(counted.getValue()));
        }
        return unit(sum);
    }

    private static void add(double[] sum, Feature feature, double frequency) {
        byte[] bytes = (feature.kind().name() + feature.text()).getBytes(StandardCharsets.UTF_8);
        int hash = StringHelper.murmurhash3_x86_32(bytes, 0, bytes.length, SEED);
        double value = feature.kind().weight * frequency;
        sum[hash & (DIMENSIONS - 1)] += hash < 0 ? -value : value;
    }

    private static float[] unit(double[] sum) {
        double squares = 0;
        for (double value : sum) {
            squares += value * value;
        }
        float[] unit = new float[sum.length];
        double length = Math.sqrt(squares);
        for (int i = 0; length > 0 && i < sum.length; i++) {
            unit[i] = (float) (sum[i] / length);
        }
        return unit;
    }
}
