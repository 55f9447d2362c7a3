package dev.sightline.observability.hog.library;

import dev.sightline.observability.hog.vm.BoundedText;
import java.io.Writer;

/** Lets a library write into a text that is inside the limits of a run. */
final class BoundedWriter extends Writer {

    private final BoundedText text;

    BoundedWriter(BoundedText text) {
        this.text = text;
    }

    @Override
    public void write(char[] characters, int offset, int length) {
        text.append(new String(characters, offset, length));
    }

    @Override
    public void flush() {
        // nothing is kept back
    }

    @Override
    public void close() {
        // nothing to close
    }
}
