package dev.sightline.vision.recording;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * How many bytes compressed data may become, so that a few kilobytes cannot fill the memory.
 *
 * @param bytes most bytes one compressed text may inflate to
 */
public record InflationLimit(long bytes) {

    /** 64 MiB: several times the largest page that browsers' recorders are seen to send. */
    public static final InflationLimit DEFAULT = new InflationLimit(64L << 20);

    /** The stream, failing with an {@link IOException} as soon as it yields more than the limit. */
    InputStream over(InputStream stream) {
        return new Limited(stream, bytes);
    }

    private static final class Limited extends FilterInputStream {
        private long left;

        Limited(InputStream stream, long left) {
            super(stream);
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            spend(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            spend(Math.max(0, read));
            return read;
        }

        private void spend(int read) throws IOException {
            left -= read;
            if (left < 0) {
                throw new IOException("compressed data inflates beyond the limit");
            }
        }
    }
}
