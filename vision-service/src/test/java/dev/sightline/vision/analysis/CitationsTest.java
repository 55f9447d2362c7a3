package dev.sightline.vision.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sightline.vision.analysis.Segment.Chip;
import dev.sightline.vision.analysis.Segment.Text;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CitationsTest {

    private static final long MINUTE = 60_000;

    @Test
    void proseIsCutAtItsMarks() {
        CitedText cited = Citations.read("Clicked pay (t 12), then left (t 47).", MINUTE);

        assertEquals("Clicked pay, then left.", cited.plain());
        assertEquals(
                List.of(
                        new Text("Clicked pay"),
                        new Chip(12_000),
                        new Text(", then left"),
                        new Chip(47_000),
                        new Text(".")),
                cited.segments());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x (t12, t15)",
                "x (t 12,15)",
                "x ( T = 12s ; t:15 s )",
                "x(t=12)(t15)",
                "x   (t12) (t 15)",
                "x (t12,t 15s)"
            })
    void marksAreReadLeniently(String prose) {
        CitedText cited = Citations.read(prose, MINUTE);

        assertEquals("x", cited.plain());
        assertEquals(List.of(new Text("x"), new Chip(12_000), new Chip(15_000)), cited.segments());
    }

    @Test
    void momentsAfterTheEndAreLostWithTheirMarks() {
        CitedText cited = Citations.read("a (t 61) b (t 62) c (t 99999999999999999999)", MINUTE);

        assertEquals("a b c", cited.plain());
        assertEquals(List.of(new Text("a"), new Chip(61_000), new Text(" b c")), cited.segments());
    }

    @Test
    void otherBracketsStay() {
        assertEquals("f(t) (12) (tea 12) (t 1.5)", Citations.strip("f(t) (12) (tea 12) (t 1.5)"));
    }

    @Test
    void proseWithoutMarksIsOneSegment() {
        assertEquals(List.of(new Text("plain")), Citations.read("plain", 0).segments());
        assertEquals(List.of(), Citations.read("", 0).segments());
    }

    @Property(tries = 300)
    void textSegmentsJoinedAreThePlainText(@ForAll String before, @ForAll String after) {
        CitedText cited = Citations.read(before + " (t 3) " + after, MINUTE);

        StringBuilder joined = new StringBuilder();
        cited.segments().forEach(segment -> joined.append(segment instanceof Text text ? text.value() : ""));
        assertEquals(cited.plain(), joined.toString());
    }
}
