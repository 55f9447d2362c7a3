package dev.sightline.signals.signal;

import io.vertx.core.buffer.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Vectors as bytes, little-endian. A dense one is its floats. One that is mostly zeros, as those made without a model are,
 * is a zero byte, the number of its dimensions in two bytes, and of each value that is not zero the dimension in two bytes
 * and the float: a quarter of the size, and nothing that the database would try to compress. An odd length tells it.
 */
final class VectorBytes {

    private static final int HEAD = 1 + Short.BYTES;
    private static final int ENTRY = Short.BYTES + Float.BYTES;
    private static final int MOST_DIMENSIONS = 1 << Short.SIZE;

    private VectorBytes() {}

    static Buffer of(float[] values) {
        int sparse = HEAD + ENTRY * used(values);
        boolean smaller = sparse < values.length * Float.BYTES && values.length < MOST_DIMENSIONS;
        return Buffer.buffer(smaller ? sparse(values, sparse) : dense(values));
    }

    private static int used(float[] values) {
        int used = 0;
        for (float value : values) {
            used += value == 0 ? 0 : 1;
        }
        return used;
    }

    private static byte[] sparse(float[] values, int length) {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put((byte) 0).putShort((short) values.length);
        for (int i = 0; i < values.length; i++) {
            if (values[i] != 0) {
                bytes.putShort((short) i).putFloat(values[i]);
            }
        }
        return bytes.array();
    }

    private static byte[] dense(float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }

    static float[] read(Buffer stored) {
        ByteBuffer bytes = ByteBuffer.wrap(stored.getBytes()).order(ByteOrder.LITTLE_ENDIAN);
        return stored.length() % 2 == 1 ? sparse(bytes.position(1)) : dense(bytes);
    }

    private static float[] sparse(ByteBuffer bytes) {
        float[] values = new float[Short.toUnsignedInt(bytes.getShort())];
        while (bytes.hasRemaining()) {
            int dimension = Short.toUnsignedInt(bytes.getShort());
            values[dimension] = bytes.getFloat();
        }
        return values;
    }

    private static float[] dense(ByteBuffer bytes) {
        float[] values = new float[bytes.remaining() / Float.BYTES];
        bytes.asFloatBuffer().get(values);
        return values;
    }
}
