package dev.sightline.signals.signal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.model.local.LexicalEmbedder;
import io.vertx.core.buffer.Buffer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

class VectorBytesTest {

    @Provide
    Arbitrary<float[]> vectors() {
        Arbitrary<Float> value = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(0f)),
                Tuple.of(1, Arbitraries.floats().between(-1, 1)));
        return value.array(float[].class).ofMaxSize(3_000);
    }

    @Property(tries = 300)
    void whatIsStoredIsReadAgainAndNeverTakesMoreThanItsFloats(@ForAll("vectors") float[] values) {
        Buffer bytes = VectorBytes.of(values);

        float[] read = VectorBytes.read(bytes);

        assertTrue(bytes.length() <= values.length * Float.BYTES);
        assertEquals(values.length, read.length);
        for (int i = 0; i < values.length; i++) {
            assertTrue(values[i] == read[i], "a value changed");
        }
    }

    @Test
    void aVectorMadeWithoutAModelTakesLessThanWouldBeCompressed() {
        float[] values =
                LexicalEmbedder.vector("Dead click on 'Apply coupon' at /cart\nAfter typing a code into the coupon"
                        + " field the visitor pressed 'Apply coupon'. The page did not react for 5 seconds.");

        assertTrue(VectorBytes.of(values).length() < 1_500);
    }

    @Test
    void floatsThatWereStoredBeforeAreReadAsTheyAre() {
        Buffer stored = Buffer.buffer().appendIntLE(Float.floatToIntBits(0.5f)).appendIntLE(Float.floatToIntBits(0f));

        assertArrayEquals(new float[] {0.5f, 0f}, VectorBytes.read(stored));
    }

    @Test
    void aVectorOfMoreDimensionsThanTwoBytesCountStaysDense() {
        float[] values = new float[70_000];
        values[69_999] = 1;

        assertArrayEquals(values, VectorBytes.read(VectorBytes.of(values)));
    }
}
