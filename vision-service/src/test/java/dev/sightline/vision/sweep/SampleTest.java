package dev.sightline.vision.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.sql.Rows;
import dev.sightline.vision.VisionDatabase;
import io.vertx.mutiny.sqlclient.Tuple;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleTest {

    private static final UUID SCANNER = UUID.fromString("0193f1a0-0000-7000-8000-000000000001");

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 10000", "0.0001, 1", "0.5, 5000", "0.33333, 3333", "0.00025, 2", "2, 10000"})
    void aRateIsAShareOfTenThousand(double rate, int below) {
        assertEquals(below, Sample.of(rate).below());
    }

    @Property(tries = 200)
    void aHigherRateOnlyAddsSessions(@ForAll double one, @ForAll double other) {
        double lower = Math.min(one, other);
        double higher = Math.max(one, other);

        assertTrue(Sample.of(lower).below() <= Sample.of(higher).below());
    }

    /** Changing the draw would make every scanner look at other sessions than before. */
    @ParameterizedTest
    @CsvSource({"0193f1a0-1111-7000-8000-000000000000, 924", "session-1, 8703", "session-2, 7377", "'', 3782"})
    void theDrawOfASessionStaysWhatItWas(String session, int draw) {
        assertEquals(draw, drawn(session, SCANNER));
    }

    @Property(tries = 50)
    void theDrawIsTheUnsignedHashModuloTenThousand(
            @ForAll @AlphaChars @NumericChars @StringLength(max = 128) String session, @ForAll long seed) {
        UUID scanner = new UUID(seed, ~seed);

        assertEquals(expected(session + scanner), drawn(session, scanner));
    }

    @Test
    void aRateDrawsItsShareAndScannersDrawApart() {
        List<Integer> mine = draws(SCANNER);
        List<Integer> others = draws(new UUID(1, 2));
        long both = IntStream.range(0, mine.size())
                .filter(i -> mine.get(i) < 3000 && others.get(i) < 3000)
                .count();

        assertEquals(0.3, mine.stream().filter(draw -> draw < 3000).count() / 20_000.0, 0.02);
        assertEquals(0.09, both / 20_000.0, 0.01);
        assertTrue(mine.stream().allMatch(draw -> draw >= 0 && draw < Sample.RESOLUTION));
    }

    private static List<Integer> draws(UUID scanner) {
        return VisionDatabase.pool()
                .preparedQuery("select sample_draw('s' || i, $1) from generate_series(1, 20000) i order by i")
                .execute(Tuple.of(scanner))
                .map(rows -> Rows.list(rows, row -> row.getInteger(0)))
                .await()
                .indefinitely();
    }

    private static int drawn(String session, UUID scanner) {
        return VisionDatabase.pool()
                .preparedQuery("select sample_draw($1, $2)")
                .execute(Tuple.of(session, scanner))
                .map(rows -> rows.iterator().next().getInteger(0))
                .await()
                .indefinitely();
    }

    private static int expected(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            byte[] first = Arrays.copyOf(digest, Long.BYTES);
            return new BigInteger(1, first).mod(BigInteger.valueOf(10_000)).intValue();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
