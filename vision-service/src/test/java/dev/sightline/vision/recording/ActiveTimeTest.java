package dev.sightline.vision.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ActiveTimeTest {

    private final ActiveTime time = new ActiveTime();

    @Test
    void nobodyActing() {
        quiet(1_000);
        quiet(90_000);

        assertEquals(0, time.totalMs());
    }

    @Test
    void aSingleActCountsOneMillisecond() {
        acted(1_000);

        assertEquals(1, time.totalMs());
    }

    @Test
    void aSegmentLastsUntilTheLastItemWithinFiveSecondsOfAnAct() {
        acted(1_000);
        quiet(6_000);
        quiet(6_001);

        assertEquals(5_000, time.totalMs());
    }

    @Test
    void aPauseStartsANewSegment() {
        acted(1_000);
        acted(2_000);
        acted(7_001);
        acted(7_101);

        assertEquals(1_100, time.totalMs());
    }

    @Test
    void itemsOutOfOrderAreSorted() {
        acted(2_000);
        acted(1_000);

        assertEquals(1_000, time.totalMs());
    }

    private void acted(long at) {
        time.add(Items.rrweb("{'type':3,'timestamp':" + at + ",'data':{'source':2,'type':2,'id':1}}"));
    }

    private void quiet(long at) {
        time.add(Items.rrweb("{'type':3,'timestamp':" + at + ",'data':{'source':0}}"));
    }
}
