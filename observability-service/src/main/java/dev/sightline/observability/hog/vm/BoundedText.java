package dev.sightline.observability.hog.vm;

/** A text being written inside the limits of a run. */
public final class BoundedText {

    private static final int CHUNK = 1 << 12;

    private final Run run;
    private final StringBuilder text = new StringBuilder();
    private int reserved;

    public BoundedText(Run run) {
        this.run = run;
    }

    public BoundedText append(String part) {
        run.work(1 + (part.length() >> 6));
        int needed = text.length() + part.length() - reserved;
        if (needed > 0) {
            int more = Math.max(needed, Math.min(CHUNK, reserved));
            run.collect(more);
            reserved += more;
        }
        text.append(part);
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
