package dev.sightline.capture;

import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/** Unpacks compressed bytes with a counter beside it, so that a bomb is refused before it has grown. */
final class Unpacking {

    private static final int READ_AHEAD = 4096;
    private static final int FIRST_GUESS = 6;

    /** A zstd frame may ask for this power of two in bytes before it holds anything. */
    private static final int ZSTD_WINDOW = 23;

    private final byte[] packed;
    private final CaptureLimits limits;

    private Unpacking(byte[] packed, CaptureLimits limits) {
        this.packed = packed;
        this.limits = limits;
    }

    private interface Opening {
        InputStream open(InputStream packed) throws IOException;
    }

    static boolean isGzip(byte[] bytes) {
        return bytes.length > 2 && bytes[0] == 0x1f && (bytes[1] & 0xFF) == 0x8b && bytes[2] == 8;
    }

    /**
     * The unpacked bytes.
     *
     * @throws CaptureRefused if they are not whole gzip, or unpack further than the limits allow
     */
    static byte[] gzip(byte[] packed, CaptureLimits limits) {
        return new Unpacking(packed, limits).with("gzip", in -> new GZIPInputStream(in, READ_AHEAD));
    }

    /** The same for what HTTP calls deflate, which is zlib. */
    static byte[] deflate(byte[] packed, CaptureLimits limits) {
        return new Unpacking(packed, limits).with("deflate", InflaterInputStream::new);
    }

    /** The same for zstd, whose window may have 8 MiB, as RFC 9659 has it for HTTP. */
    static byte[] zstd(byte[] packed, CaptureLimits limits) {
        return new Unpacking(packed, limits).with("zstd", in -> new ZstdInputStream(in).setLongMax(ZSTD_WINDOW));
    }

    private byte[] with(String name, Opening opening) {
        ByteArrayInputStream source = new ByteArrayInputStream(packed);
        try (InputStream in = opening.open(source)) {
            return drain(in, new Meter(packed.length, source, limits));
        } catch (IOException e) {
            throw CaptureRefused.unreadable("invalid " + name);
        }
    }

    private static byte[] drain(InputStream in, Meter meter) throws IOException {
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
