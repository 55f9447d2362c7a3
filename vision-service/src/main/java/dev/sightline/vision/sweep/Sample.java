package dev.sightline.vision.sweep;

/**
 * The share of sessions a scanner looks at. A session's draw depends on session and scanner alone: it is always the same,
 * scanners choose independently, and a higher rate only adds sessions. The draw itself is the SQL function
 * {@code sample_draw}.
 *
 * @param below draws under this are in, of {@value #RESOLUTION}
 */
record Sample(int below) {

    static final int RESOLUTION = 10_000;

    static Sample of(double rate) {
        return new Sample((int) Math.rint(Math.max(0, Math.min(1, rate)) * RESOLUTION));
    }
}
