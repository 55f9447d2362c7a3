package dev.sightline.model.local;

import static dev.sightline.model.local.LexicalEmbedder.vector;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LexicalEmbedderTest {

    private final LexicalEmbedder embedder = new LexicalEmbedder();

    @Test
    void embedsEachTextInOrder() {
        List<float[]> vectors = embedder.embed(List.of("the cart is empty", "login fails"))
                .await()
                .indefinitely();

        assertArrayEquals(vector("the cart is empty"), vectors.get(0));
        assertArrayEquals(vector("login fails"), vectors.get(1));
        assertEquals(embedder.dimensions(), vectors.get(0).length);
    }

    @Test
    void theVectorOfATextNeverChanges() {
        // recorded once: a difference means that stored vectors no longer fit and the name must change
        assertEquals(RECORDED, Arrays.hashCode(vector("Rage clicks on 'Apply coupon' at /cart")));
    }

    private static final int RECORDED = -2131699023;

    @Test
    void aTextWithoutWordsIsTheZeroVector() {
        for (String text : List.of("", "   ", "!?…", "the of and")) {
            assertArrayEquals(new float[1024], vector(text), text);
        }
    }

    @Test
    void inflectionAndCaseDoNotMatter() {
        assertEquals(1, cosine("Clicking the button fails", "clicked buttons, failing"), 0.35);
        assertTrue(cosine("addToCart throws", "add to cart throws") > 0.95);
    }

    @Test
    void relatedTextsAreCloserThanUnrelatedOnes() {
        String one = "Coupon field rejects valid codes at checkout";
        double related = cosine(one, "Valid coupon code is rejected on the checkout page");
        double unrelated = cosine(one, "Dashboard export to CSV never finishes");

        assertTrue(related > 0.5, () -> "related " + related);
        assertTrue(unrelated < 0.15, () -> "unrelated " + unrelated);
    }

    @Test
    void whatLiesBeyondTheBoundIsIgnored() {
        String bounded = "word ".repeat(Words.MAX_CHARACTERS / 5 + 1);

        assertArrayEquals(vector(bounded), vector(bounded + "quite different ".repeat(100_000)));
    }

    @Property(tries = 200)
    void everyVectorHasLengthOneOrZero(@ForAll String text) {
        float[] vector = vector(text);
        double length = dot(vector, vector);

        assertTrue(length == 0 || Math.abs(length - 1) < 1e-5, () -> "length " + length);
    }

    private static double cosine(String a, String b) {
        return dot(vector(a), vector(b));
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }
}
