package dev.sightline.capture;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** Unpacks gzip with a counter beside it, so that a bomb is refused before it has grown. */
final class Gzip {

    private static final int READ_AHEAD = 4096;
    private static final int FIRST_GUESS = 6;

    private Gzip() {}

    static boolean isMagic(byte[] bytes) {
        return bytes.length > 2 && bytes[0] == 0x1f && (bytes[1] & 0xFF) == 0x8b && bytes[2] == 8;
    }

    /**
     * The unpacked bytes.
     *
     * @throws CaptureRefused if they are not whole gzip, or unpack further than the limits allow
     */
    static byte[] unpack(byte[] packed, CaptureLimits limits) {
        ByteArrayInputStream source = new ByteArrayInputStream(packed);
        try (GZIPInputStream in = new GZIPInputStream(source, READ_AHEAD)) {
            return drain(in, new Meter(packed.length, source, limits));
        } catch (IOException e) {
            throw CaptureRefused.unreadable("invalid gzip");
        }
    }

    private static byte[] drain(GZIPInputStream in, Meter meter) throws IOException {
        byte[] out = new byte[meter.firstSize()];
        int size = 0;
        for (int read = in.read(out); read >= 0; read = in.read(out, size, out.length - size)) {
            size += read;
            meter.check(size);
            out = size < out.length ? out : Arrays.copyOf(out, meter.nextSize(size));
        }
        return Arrays.copyOf(out, size);
    }

    private record Meter(int packed, ByteArrayInputStream source, CaptureLimits limits) {

        int firstSize() {
            return (int) Math.min(Math.max(64L, (long) packed * FIRST_GUESS), limits.ratioFloor());
        }

        int nextSize(int size) {
            return (int) Math.min(size * 2L, limits.unpacked() + 1L);
        }

        void check(int size) {
            if (!limits.allows(size, packed - source.available())) {
                throw CaptureRefused.tooLarge();
            }
        }
    }
}
