package dev.sightline.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/** Says that something fails, again each minute while it does, and once that it works again, whatever lies between. */
public final class Outage {

    private static final Duration REMINDER = Duration.ofMinutes(1);

    private final Logger log;
    private final String what;
    private final Clock clock;
    private final AtomicReference<Instant> said = new AtomicReference<>();

    /** @param what fails, as the beginning of a sentence */
    public Outage(Logger log, String what) {
        this(log, what, Clock.systemUTC());
    }

    Outage(Logger log, String what, Clock clock) {
        this.log = log;
        this.what = what;
        this.clock = clock;
    }

    /** Tells of one failure. */
    public void failed(Throwable failure) {
        Instant last = said.get();
        Instant now = clock.instant();
        if (isDue(last, now) && said.compareAndSet(last, now)) {
            log.warnf("%s fails and is tried again: cause=%s", what, failure);
        }
    }

    private static boolean isDue(Instant last, Instant now) {
        return last == null || !now.isBefore(last.plus(REMINDER));
    }

    /** Tells of one success. */
    public void worked() {
        if (said.getAndSet(null) != null) {
            log.infof("%s works again", what);
        }
    }
}
