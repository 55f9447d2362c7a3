package dev.sightline.observability.hog.library;

import io.netty.util.NetUtil;
import java.math.BigInteger;

/** Internet addresses. */
final class Networks {

    private Networks() {}

    static void register(Registry library) {
        library.add(
                "isIPAddressInRange",
                2,
                (run, a) -> a[0] instanceof String ip && a[1] instanceof String range && isInRange(ip, range));
    }

    private static boolean isInRange(String address, String range) {
        int slash = range.indexOf('/');
        if (slash < 0 || !range.substring(slash + 1).matches("\\d{1,3}")) {
            return false;
        }
        byte[] given = NetUtil.createByteArrayFromIpAddressString(address);
        byte[] network = NetUtil.createByteArrayFromIpAddressString(range.substring(0, slash));
        int bits = Integer.parseInt(range.substring(slash + 1));
        return given != null
                && network != null
                && given.length == network.length
                && bits <= network.length * Byte.SIZE
                && prefix(given, bits).equals(prefix(network, bits));
    }

    private static BigInteger prefix(byte[] address, int bits) {
        return new BigInteger(1, address).shiftRight(address.length * Byte.SIZE - bits);
    }
}
