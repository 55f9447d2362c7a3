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

    /** Makes sure that there is room for so much more before the effort of making it. */
    public void expect(int length) {
        run.work(1 + (length >> 3));
        reserve(text.length() + length - reserved);
    }

    public BoundedText append(String part) {
        run.work(1 + (part.length() >> 6));
        reserve(text.length() + part.length() - reserved);
        text.append(part);
        return this;
    }

    private void reserve(int needed) {
        if (needed > 0) {
            int more = Math.max(needed, Math.min(CHUNK, reserved));
            run.collect(more);
            reserved += more;
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
