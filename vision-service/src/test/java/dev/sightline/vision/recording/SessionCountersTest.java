package dev.sightline.vision.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SessionCountersTest {

    @Test
    void aRecordedSessionHasTheCountersOfTheSpecification() {
        RecordedSession session = RecordedSession.of("js1.jsonl");

        SessionCounters counters = session.batches().stream()
                .map(batch -> Block.of(List.of(batch), true).orElseThrow().counters())
                .reduce(SessionCounters.NONE, SessionCounters::plus);

        assertEquals(new ActivityCounts(516, 2, 11, 14), counters.activity());
        assertEquals(new ConsoleCounts(1, 1, 1), counters.console());
        assertEquals(8, counters.durationSeconds());
        assertEquals(0.516, counters.activeSeconds());
        assertEquals(7.484, counters.inactiveSeconds());
        assertEquals(58.06, counters.activityScore());
        assertEquals(37, counters.contents().items());
        assertEquals(
                Optional.of("http://127.0.0.1:9411/page?o=%7B%22opt_out_useragent_filter%22%3Atrue%7D"),
                counters.contents().urls().first());
        assertEquals(
                new RecordingOrigin("user-42", "web", "web"),
                counters.contents().origin());
    }

    @Test
    void anOlderRecorderIsCountedTheSameWay() {
        RecordedSession session = RecordedSession.of("js-1.200.0.jsonl");

        SessionCounters counters =
                Block.of(session.batches(), true).orElseThrow().counters();

        assertEquals(2, counters.activity().clicks());
        assertEquals(11, counters.activity().keypresses());
        assertEquals(new ConsoleCounts(1, 1, 1), counters.console());
        assertEquals(8, counters.durationSeconds());
    }

    @Test
    void aRecordingOfNothingHasAScoreOfZero() {
        assertEquals(0, SessionCounters.NONE.activityScore());
        assertEquals(0, SessionCounters.NONE.durationSeconds());
    }

    @Property(tries = 200)
    void foldingBlocksIsAssociative(
            @ForAll("counters") SessionCounters first,
            @ForAll("counters") SessionCounters second,
            @ForAll("counters") SessionCounters third) {
        assertEquals(first.plus(second).plus(third), first.plus(second.plus(third)));
        assertEquals(first, SessionCounters.NONE.plus(first));
        assertEquals(first, first.plus(SessionCounters.NONE));
    }

    @Provide
    Arbitrary<SessionCounters> counters() {
        Arbitrary<Long> count = Arbitraries.longs().between(0, 1_000);
        Arbitrary<List<String>> urls = Arbitraries.integers()
                .between(0, 40)
                .map(n -> "https://shop.test/" + n)
                .list()
                .uniqueElements()
                .ofMaxSize(VisitedUrls.MAX);
        return Combinators.combine(count, count, urls)
                .as((start, n, pages) -> new SessionCounters(
                        new TimeSpan(start, start + n),
                        new ActivityCounts(n, start, n, start),
                        new ConsoleCounts(n, start, n),
                        new RecordingContents(
                                n,
                                new VisitedUrls(pages),
                                new RecordingOrigin(n > 500 ? "ada" + n : null, "web", null))));
    }
}
