package dev.sightline.capture;

/**
 * How far a request may unpack.
 *
 * @param unpacked most bytes of JSON in one request
 * @param ratio most bytes of JSON for each compressed byte read so far
 * @param ratioFloor bytes of JSON below which the ratio is not asked
 * @param event most bytes of JSON in one event
 */
public record CaptureLimits(int unpacked, int ratio, int ratioFloor, int event) {

    private static final int MIB = 1024 * 1024;

    /** 32 MiB a request, 100 to 1 beyond the first MiB, 8 MiB an event. */
    public static final CaptureLimits DEFAULT = new CaptureLimits(32 * MIB, 100, MIB, 8 * MIB);

    boolean allows(long json, long compressed) {
        return json <= unpacked && (json <= ratioFloor || json <= compressed * ratio);
    }
}
