package dev.sightline.vision.recording;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.groups.GeneratorEmitter;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Unpacks a block piece by piece, on a worker thread and no faster than it is read. */
final class InflatedBlock {

    private static final int PIECE = 64 << 10;

    private final byte[] packed;

    InflatedBlock(byte[] packed) {
        this.packed = packed;
    }

    /** Fails where the block is broken. */
    Multi<byte[]> pieces() {
        return Multi.createFrom()
                .<InputStream, byte[]>generator(this::open, InflatedBlock::next)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private InputStream open() {
        try {
            return new GZIPInputStream(new ByteArrayInputStream(packed), PIECE);
        } catch (IOException e) {
            throw new CorruptBlockException(e);
        }
    }

    private static InputStream next(InputStream in, GeneratorEmitter<? super byte[]> out) {
        try {
            byte[] piece = in.readNBytes(PIECE);
            if (piece.length == 0) {
                out.complete();
            } else {
                out.emit(piece);
            }
        } catch (IOException e) {
            out.fail(new CorruptBlockException(e));
        }
        return in;
    }
}
