package dev.sightline.vision.observation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlotsTest {

    private final List<String> running = new ArrayList<>();

    @Test
    void whoFindsNoPlaceWaitsInTurn() {
        Slots slots = new Slots(2);
        List.of("a", "b", "c", "d").forEach(name -> slots.take().subscribe().with(taken -> running.add(name)));
        assertEquals(List.of("a", "b"), running);
        assertEquals(0, slots.free());

        slots.give();
        assertEquals(List.of("a", "b", "c"), running);

        slots.give();
        slots.give();
        assertEquals(List.of("a", "b", "c", "d"), running);
        assertEquals(1, slots.free());
    }
}
