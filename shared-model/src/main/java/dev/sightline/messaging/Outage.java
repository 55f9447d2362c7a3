package dev.sightline.messaging;

import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/** Says once that something fails and once that it works again, however many attempts lie between. */
final class Outage {

    private final Logger log;
    private final String what;
    private final AtomicReference<Throwable> cause = new AtomicReference<>();

    Outage(Logger log, String what) {
        this.log = log;
        this.what = what;
    }

    void failed(Throwable failure) {
        if (cause.compareAndSet(null, failure)) {
            log.warnf("%s fails and is tried again: cause=%s", what, failure);
        }
    }

    void worked() {
        if (cause.getAndSet(null) != null) {
            log.infof("%s works again", what);
        }
    }
}
