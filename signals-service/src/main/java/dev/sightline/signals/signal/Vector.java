package dev.sightline.signals.signal;

import io.vertx.core.buffer.Buffer;

/**
 * A vector as it is stored: its floats in little-endian order.
 *
 * @param embedder who made it; vectors of different embedders are never compared
 */
public record Vector(String embedder, float[] values) {

    static Vector of(String embedder, Buffer bytes) {
        float[] values = new float[bytes.length() / Float.BYTES];
        for (int i = 0; i < values.length; i++) {
            values[i] = Float.intBitsToFloat(bytes.getIntLE(i * Float.BYTES));
        }
        return new Vector(embedder, values);
    }

    Buffer bytes() {
        Buffer bytes = Buffer.buffer(values.length * Float.BYTES);
        for (float value : values) {
            bytes.appendIntLE(Float.floatToIntBits(value));
        }
        return bytes;
    }
}
