package dev.sightline.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.ConnectException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An outage is said once a minute, not at every attempt. */
class ReminderTest {

    private final LogLines lines = new LogLines(ReminderTest.class);
    private final HandClock clock = new HandClock();
    private final Outage outage = new Outage(Logger.getLogger(ReminderTest.class), "Talking", clock);

    private static final class HandClock extends Clock {

        private Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @AfterEach
    void close() {
        lines.close();
    }

    @Test
    void aLongOutageIsSaidOnceAMinute() {
        for (int second = 0; second < 180; second++) {
            outage.failed(new ConnectException("refused"));
            clock.now = clock.now.plus(Duration.ofSeconds(1));
        }

        assertEquals(3, lines.count("Talking fails and is tried again: cause=java.net.ConnectException: refused"));
    }

    @Test
    void itsEndIsSaidOnceAndTheNextBeginsAnew() {
        outage.failed(new ConnectException());
        outage.worked();
        outage.worked();
        outage.failed(new ConnectException());

        assertEquals(1, lines.count("Talking works again"));
        assertEquals(2, lines.count("Talking fails"));
    }
}
