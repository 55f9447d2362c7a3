package dev.sightline.testing;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** A gzip body of one MiB that unpacks to one GiB. */
public final class Bomb {

    private static final int MEMBER = 16 * 1024 * 1024;
    private static final int MEMBERS = 64;

    private Bomb() {}

    public static byte[] gzip() {
        byte[] blanks = new byte[MEMBER];
        Arrays.fill(blanks, (byte) ' ');
        byte[] member = Packing.GZIP.pack(blanks);
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        for (int i = 0; i < MEMBERS; i++) {
            bomb.writeBytes(member);
        }
        return bomb.toByteArray();
    }
}
