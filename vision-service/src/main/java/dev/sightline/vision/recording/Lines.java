package dev.sightline.vision.recording;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The lines of a stream as bytes, in one buffer that is used again; lines over a limit are read but not kept. */
final class Lines implements Closeable {

    private final InputStream in;
    private final int limit;
    private final byte[] chunk = new byte[65_536];
    private int position;
    private int filled;
    private byte[] line = new byte[4_096];
    private int length;
    private boolean tooLong;

    Lines(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
    }

    byte[] bytes() {
        return line;
    }

    int length() {
        return length;
    }

    boolean tooLong() {
        return tooLong;
    }

    /** Moves to the next line that is not empty; false at the end. */
    boolean next() throws IOException {
        length = 0;
        tooLong = false;
        boolean ended = false;
        while (!ended && fill()) {
            ended = takeToLineEnd() && (length > 0 || tooLong);
        }
        return length > 0 || tooLong;
    }

    private boolean fill() throws IOException {
        if (position == filled) {
            position = 0;
            filled = Math.max(0, in.read(chunk));
        }
        return filled > 0;
    }

    private boolean takeToLineEnd() {
        int end = position;
        while (end < filled && chunk[end] != '\n') {
            end++;
        }
        keep(end - position);
        boolean lineEnded = end < filled;
        position = lineEnded ? end + 1 : end;
        return lineEnded;
    }

    private void keep(int count) {
        tooLong = tooLong || length + count > limit;
        if (tooLong) {
            length = 0;
            return;
        }
        if (length + count > line.length) {
            line = Arrays.copyOf(line, Math.max(length + count, line.length * 2));
        }
        System.arraycopy(chunk, position, line, length, count);
        length += count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
