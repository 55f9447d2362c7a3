package dev.sightline.local.stack;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Tells the person at the terminal how far a start is. */
public final class Progress {

    private final PrintStream out;
    private final long start = System.nanoTime();

    public Progress(PrintStream out) {
        this.out = out;
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** A step, with the time since the start. */
    void step(String what) {
        out.println(String.format(Locale.ROOT, "%6.1f s  %s", elapsed().toMillis() / 1000.0, what));
    }

    /** A line as it is. */
    public void say(String line) {
        out.println(line);
    }
}
