package dev.sightline.signals.signal;

import io.vertx.core.buffer.Buffer;

/**
 * A vector, as {@link VectorBytes} are stored of it.
 *
 * @param embedder who made it; vectors of different embedders are never compared
 */
public record Vector(String embedder, float[] values) {

    static Vector of(String embedder, Buffer bytes) {
        return new Vector(embedder, VectorBytes.read(bytes));
    }

    Buffer bytes() {
        return VectorBytes.of(values);
    }
}
